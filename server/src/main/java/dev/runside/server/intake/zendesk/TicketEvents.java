package dev.runside.server.intake.zendesk;

import dev.runside.core.Ref;
import dev.runside.core.signal.Signal.Severity;
import dev.runside.server.intake.Draft;
import dev.runside.server.intake.body.Item;
import dev.runside.server.intake.signals.Redaction;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads one ticket event. A new ticket is known by its own number, whichever way it is told; what
 * happens to it by the event's id.
 */
final class TicketEvents {

    private static final int MOST = 500;
    private static final int MOST_TEXT = 8_000;
    private static final int MOST_TAGS = 100;
    private static final int MOST_TAG = 200;
    private static final String TICKET = "zen:event-type:ticket.";
    private static final Pattern REFERENCE =
            Pattern.compile("(?:product|hop|system):[A-Za-z0-9][\\w./-]{0,250}");
    private static final List<String> KEPT = List.of("status", "priority", "type", "via");

    private TicketEvents() {}

    static List<Draft> read(Item event) {
        String type = event.required("type", MOST);
        String id = event.required("id", MOST);
        if (!type.startsWith(TICKET)) {
            return List.of();
        }
        Item ticket = event.part("detail");
        String number = ticket.identifier("id");
        if (type.equals(TICKET + "created")) {
            return List.of(created(number, ticket));
        }
        String what = type.substring(TICKET.length()).replace('_', '-');
        return List.of(
                draft(
                        "zendesk/" + number + "/" + id,
                        "ticket-event",
                        ticket,
                        event.time("time"),
                        said(event, number, what)));
    }

    /** Of the webhook's {@code detail}, and of a ticket as the export has it. */
    static Draft created(String number, Item ticket) {
        String text = Redaction.redacted(ticket.shortened("description", MOST_TEXT * 4));
        return draft(
                "zendesk/" + number,
                "ticket",
                ticket,
                ticket.time("created_at"),
                Map.of("ticket", number, "text", cut(text)));
    }

    private static Map<String, String> said(Item event, String number, String what) {
        Map<String, String> said = new LinkedHashMap<>();
        said.put("ticket", number);
        said.put("what", what);
        Item inner = event.part("event");
        said.put("now", inner.shortened("current", MOST));
        inner.object("comment")
                .map(comment -> comment.shortened("body", MOST_TEXT * 4))
                .map(Redaction::redacted)
                .ifPresent(text -> said.put("text", cut(text)));
        return said;
    }

    private static Draft draft(
            String id, String kind, Item ticket, Optional<Instant> time, Map<String, String> said) {
        Map<String, String> attributes = new LinkedHashMap<>(said);
        KEPT.forEach(field -> attributes.put(field, ticket.shortened(field, MOST)));
        attributes.put("customer", ticket.shortened("requester_id", MOST));
        attributes.values().removeIf(String::isBlank);
        List<String> tags =
                ticket.words("tags", MOST_TAGS).stream()
                        .filter(tag -> tag.length() <= MOST_TAG)
                        .toList();
        String title = Redaction.redacted(ticket.shortened("subject", MOST));
        return new Draft(
                id,
                kind,
                subject(tags),
                tags,
                time,
                Severity.INFO,
                title.isBlank() ? "ticket " + attributes.get("ticket") : title,
                attributes,
                "");
    }

    /** A tag may be a reference: {@code product:mail}. */
    private static Optional<Ref> subject(List<String> tags) {
        return tags.stream()
                .filter(tag -> REFERENCE.matcher(tag).matches())
                .findFirst()
                .map(Ref::parse);
    }

    private static String cut(String text) {
        return text.length() <= MOST_TEXT ? text : text.substring(0, MOST_TEXT - 1) + "…";
    }
}
