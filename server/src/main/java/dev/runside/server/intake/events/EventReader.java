package dev.runside.server.intake.events;

import dev.runside.core.Ref;
import dev.runside.core.signal.Signal.Severity;
import dev.runside.server.intake.Draft;
import dev.runside.server.intake.body.Item;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads one CloudEvent. What is a change is read as one; all else is kept as it is. */
final class EventReader {

    private static final int MOST = 500;
    private static final Set<String> VERSIONS = Set.of("1.0", "0.3");
    private static final Pattern REFERENCE =
            Pattern.compile("(?:hop|system|product|flow|agent):[A-Za-z0-9][\\w./@#-]{0,250}");

    private EventReader() {}

    /**
     * Version 0.3, which the official CDEvents library for Java writes, differs in nothing read.
     */
    static List<Draft> read(Item item) {
        String version = item.required("specversion", 10);
        if (!version.isEmpty() && !VERSIONS.contains(version)) {
            item.wrong("specversion", "is not 1.0");
        }
        return drafts(
                new Event(
                        item.required("id", MOST),
                        item.required("source", MOST),
                        item.required("type", MOST),
                        item.text("subject", MOST).orElse(""),
                        item.time("time"),
                        data(item)));
    }

    /** A CDEvent that came without a CloudEvent around it. */
    static List<Draft> readBare(Item item) {
        if (item.has("specversion")) {
            return read(item);
        }
        Optional<Item> context = item.object("context");
        if (context.isEmpty()) {
            item.wrong("specversion", "is missing, and so is a CDEvent's context");
            return List.of();
        }
        Item stated = context.get();
        return drafts(
                new Event(
                        stated.required("id", MOST),
                        stated.required("source", MOST),
                        stated.required("type", MOST),
                        "",
                        stated.time("timestamp"),
                        Optional.of(item)));
    }

    private static Optional<Item> data(Item item) {
        return item.isObject("data") ? item.object("data") : item.packed("data_base64");
    }

    private static List<Draft> drafts(Event event) {
        List<Draft> meant = CdEvents.drafts(event);
        return meant.isEmpty() ? List.of(kept(event)) : meant;
    }

    private static Draft kept(Event event) {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("type", event.type());
        attributes.put("origin", event.source());
        attributes.put("event", event.id());
        attributes.putAll(CdEvents.facts(event));
        boolean reference = REFERENCE.matcher(event.subject()).matches();
        return new Draft(
                event.occurrence(""),
                "event",
                reference ? Optional.of(Ref.parse(event.subject())) : Optional.empty(),
                event.subject().isEmpty() ? List.of() : List.of(event.subject()),
                event.time(),
                Severity.INFO,
                event.type(),
                attributes,
                event.type());
    }
}
