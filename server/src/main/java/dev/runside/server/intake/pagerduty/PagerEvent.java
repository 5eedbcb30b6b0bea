package dev.runside.server.intake.pagerduty;

import dev.runside.server.intake.alerts.AlertUpdate;
import dev.runside.server.intake.alerts.LabelSet;
import dev.runside.server.intake.body.Item;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An event of a tool that alerts. Its key makes it the same condition; it holds until it is
 * resolved.
 *
 * @param key the credential; stands in no text of ours
 */
record PagerEvent(String key, Action action, String dedupKey, Optional<AlertUpdate> update) {

    private static final int MOST_KEY = 255;
    private static final int MOST_SUMMARY = 1_024;
    private static final int MOST = 4_000;
    private static final Set<String> SEVERITIES = Set.of("critical", "error", "warning", "info");
    private static final List<String> LABELS =
            List.of("source", "severity", "component", "group", "class");

    /** What happened to it. */
    enum Action {
        TRIGGER,
        ACKNOWLEDGE,
        RESOLVE
    }

    @Override
    public String toString() {
        return "PagerEvent[" + action + " " + dedupKey + "]";
    }

    LabelSet identity() {
        return identity(dedupKey);
    }

    /**
     * @param freshKey for a trigger that comes without one
     * @param now when it is over, if that is what it says
     */
    static PagerEvent read(Item event, String freshKey, Instant now) {
        String key = event.required("routing_key", MOST_KEY);
        Action action = action(event);
        String dedup = event.text("dedup_key", MOST_KEY).orElse("");
        if (dedup.isBlank() && action != Action.TRIGGER) {
            event.wrong("dedup_key", "is missing or blank");
        }
        String own = dedup.isBlank() ? freshKey : dedup;
        return switch (action) {
            case TRIGGER -> new PagerEvent(key, action, own, Optional.of(trigger(event, own, now)));
            case RESOLVE -> new PagerEvent(key, action, own, Optional.of(resolve(own, now)));
            case ACKNOWLEDGE -> new PagerEvent(key, action, own, Optional.empty());
        };
    }

    private static Action action(Item event) {
        return switch (event.required("event_action", MOST_KEY)) {
            case "trigger" -> Action.TRIGGER;
            case "acknowledge" -> Action.ACKNOWLEDGE;
            case "resolve" -> Action.RESOLVE;
            default -> {
                event.wrong("event_action", "must be one of trigger, acknowledge, resolve");
                yield Action.TRIGGER;
            }
        };
    }

    static LabelSet identity(String dedupKey) {
        return LabelSet.of(Map.of("dedup_key", dedupKey));
    }

    private static AlertUpdate resolve(String dedupKey, Instant now) {
        return new AlertUpdate(
                identity(dedupKey),
                identity(dedupKey),
                LabelSet.EMPTY,
                "",
                Optional.empty(),
                Optional.of(now),
                Instant.MAX);
    }

    private static AlertUpdate trigger(Item event, String dedupKey, Instant now) {
        Optional<Item> payload = event.object("payload");
        if (payload.isEmpty()) {
            event.wrong("payload", "is missing or blank");
            return resolve(dedupKey, now);
        }
        Item inner = payload.get();
        Map<String, String> annotations = new LinkedHashMap<>(details(inner));
        annotations.put("summary", inner.required("summary", MOST_SUMMARY));
        event.text("client", MOST).ifPresent(client -> annotations.put("client", client));
        inner.required("source", MOST);
        String severity = inner.required("severity", MOST_KEY);
        if (!severity.isEmpty() && !SEVERITIES.contains(severity)) {
            inner.wrong("severity", "must be one of critical, error, warning, info");
        }
        inner.timeOrZero("timestamp");
        return new AlertUpdate(
                identity(dedupKey),
                LabelSet.of(labels(inner, dedupKey)),
                LabelSet.of(annotations),
                event.text("client_url", MOST).orElse(""),
                Optional.empty(),
                Optional.empty(),
                Instant.MAX);
    }

    private static Map<String, String> labels(Item payload, String dedupKey) {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put("dedup_key", dedupKey);
        for (String name : LABELS) {
            payload.text(name, MOST)
                    .filter(text -> !text.isBlank())
                    .ifPresent(text -> labels.put(name, text));
        }
        return labels;
    }

    /** Anything may stand there; what is a plain value is kept. */
    static Map<String, String> details(Item payload) {
        return payload.isObject("custom_details")
                ? payload.object("custom_details").map(Item::scalars).orElse(Map.of())
                : Map.of();
    }
}
