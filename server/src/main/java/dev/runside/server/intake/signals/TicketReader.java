package dev.runside.server.intake.signals;

import dev.runside.core.Ref;
import dev.runside.core.signal.Signal.Severity;
import dev.runside.server.intake.Draft;
import dev.runside.server.intake.body.Item;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads one ticket: somebody says that something does not work for them. */
final class TicketReader {

    private static final int MOST_READ = 200_000;
    private static final Set<String> FIELDS =
            Set.of("id", "product", "subject", "title", "text", "customer", "time", "url");

    private TicketReader() {}

    static Draft read(Item item) {
        item.refuseAllBut(FIELDS);
        Map<String, String> attributes = new LinkedHashMap<>();
        item.text("text", MOST_READ).ifPresent(text -> attributes.put("text", text));
        item.text("customer", Bounds.ID).ifPresent(who -> attributes.put("customer", who));
        item.text("url", Bounds.VALUE).ifPresent(url -> attributes.put("url", url));
        Draft whole =
                new Draft(
                        item.required("id", Bounds.ID),
                        "ticket",
                        subject(item),
                        List.of(),
                        item.time("time"),
                        Severity.INFO,
                        item.required("title", Bounds.TITLE),
                        attributes,
                        "");
        return bounded(Redaction.of(whole));
    }

    private static Optional<Ref> subject(Item item) {
        Optional<Ref> subject = item.ref("subject");
        if (subject.isPresent()) {
            return subject;
        }
        String product = item.text("product", Bounds.ID).orElse("");
        if (product.isBlank()) {
            item.wrong("product", "is missing; name the product (or a subject) it is about");
            return Optional.empty();
        }
        try {
            return Optional.of(
                    product.startsWith("product:")
                            ? Ref.parse(product)
                            : new Ref("product", product));
        } catch (IllegalArgumentException e) {
            item.wrong("product", String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private static Draft bounded(Draft ticket) {
        String text = ticket.attributes().getOrDefault("text", "");
        if (text.length() <= Bounds.TICKET_TEXT) {
            return ticket;
        }
        Map<String, String> attributes = new LinkedHashMap<>(ticket.attributes());
        attributes.put("text", text.substring(0, Bounds.TICKET_TEXT - 1) + "…");
        return new Draft(
                ticket.id(),
                ticket.kind(),
                ticket.subject(),
                ticket.names(),
                ticket.time(),
                ticket.severity(),
                ticket.title(),
                attributes,
                ticket.condition());
    }
}
