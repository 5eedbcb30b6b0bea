package dev.runside.server.intake.pagerduty;

import dev.runside.core.signal.Signal.Severity;
import dev.runside.server.intake.Digest;
import dev.runside.server.intake.Draft;
import dev.runside.server.intake.body.Item;
import dev.runside.server.intake.mapping.Names;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A change event: a change that began and ended at that time. One that names no time is taken to be
 * of now, and sent again it is another.
 *
 * @param key the credential; stands in no text of ours
 */
record PagerChange(String key, List<Draft> drafts) {

    private static final int MOST_KEY = 255;
    private static final int MOST = 1_024;

    @Override
    public String toString() {
        return "PagerChange" + drafts.stream().map(Draft::id).toList();
    }

    static PagerChange read(Item event, Instant now) {
        String key = event.required("routing_key", MOST_KEY);
        Optional<Item> payload = event.object("payload");
        if (payload.isEmpty()) {
            event.wrong("payload", "is missing or blank");
            return new PagerChange(key, List.of());
        }
        return new PagerChange(key, drafts(payload.get(), now));
    }

    private static List<Draft> drafts(Item payload, Instant now) {
        String summary = payload.required("summary", MOST);
        String source = payload.text("source", MOST).orElse("");
        Instant time = payload.timeOrZero("timestamp").orElse(now);
        Map<String, String> attributes = new LinkedHashMap<>(PagerEvent.details(payload));
        attributes.putIfAbsent("type", "deploy");
        attributes.putIfAbsent("by", source.isEmpty() ? "unknown" : source);
        attributes.putIfAbsent("source", source);
        attributes.put("summary", summary);
        String change =
                new Digest().add(source).add(summary).add(time.toString()).uuid().toString();
        attributes.put("change", change);
        return List.of(
                draft("change-started", change, time, attributes),
                draft("change-finished", change, time, attributes));
    }

    private static Draft draft(
            String kind, String change, Instant time, Map<String, String> attributes) {
        return new Draft(
                change + "/" + kind,
                kind,
                Names.subject(attributes),
                Names.of(attributes),
                Optional.of(time),
                Severity.INFO,
                attributes.getOrDefault("summary", kind),
                attributes,
                change);
    }
}
