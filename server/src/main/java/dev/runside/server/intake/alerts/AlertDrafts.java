package dev.runside.server.intake.alerts;

import dev.runside.core.signal.Signal.Severity;
import dev.runside.server.intake.Draft;
import dev.runside.server.intake.mapping.Names;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** From an occurrence to the signal that tells of it. */
final class AlertDrafts {

    /** Never stands in the log. */
    static final String STATE = "alert-state";

    private static final int MOST_TITLE = 500;
    private static final int MOST_VALUE = 4_000;

    private AlertDrafts() {}

    static Draft firing(Occurrence occurrence, String kind, String step) {
        return draft(occurrence, kind, step, "firing", occurrence.startsAt());
    }

    /** Whether its source still repeats it: a change of what is known of it, not of what it is. */
    static Draft repeats(Occurrence occurrence, String state, Instant at) {
        return draft(occurrence, "alert", state + "/" + at.toEpochMilli(), state, at);
    }

    static Draft resolved(Occurrence occurrence, String kind, Instant at) {
        return draft(occurrence, kind, "resolved", "resolved", at);
    }

    /** For indicators alone. */
    static Draft state(Occurrence occurrence, String state, String indicators, Instant time) {
        return new Draft(
                occurrence.key() + "/" + state,
                STATE,
                occurrence.subject(),
                List.of(),
                Optional.of(time),
                Severity.INFO,
                "",
                Map.of(
                        "state",
                        state,
                        "alert",
                        occurrence.identity().fingerprint(),
                        "indicators",
                        indicators),
                occurrence.identity().toString());
    }

    private static Draft draft(
            Occurrence occurrence, String kind, String step, String state, Instant time) {
        LabelSet labels = occurrence.labels();
        Map<String, String> attributes = attributes(occurrence, state);
        return new Draft(
                occurrence.key() + "/" + step,
                kind,
                Names.subject(attributes),
                Names.of(attributes),
                Optional.of(time),
                severity(labels),
                title(occurrence),
                attributes,
                occurrence.identity().toString());
    }

    private static Map<String, String> attributes(Occurrence occurrence, String state) {
        Map<String, String> attributes = new HashMap<>();
        occurrence.labels().forEach(attributes::put);
        occurrence
                .annotations()
                .forEach((name, value) -> attributes.putIfAbsent(name, cut(value, MOST_VALUE)));
        if (!occurrence.generator().isEmpty()) {
            attributes.put("generatorURL", occurrence.generator());
        }
        occurrence.silencedBy().ifPresent(id -> attributes.put("silenced", id.toString()));
        attributes.put("state", state);
        attributes.put("alert", occurrence.identity().fingerprint());
        attributes.put("startsAt", occurrence.startsAt().toString());
        return attributes;
    }

    private static String title(Occurrence occurrence) {
        String title =
                occurrence
                        .annotations()
                        .value("summary")
                        .or(() -> occurrence.labels().value("alertname"))
                        .filter(text -> !text.isBlank())
                        .orElseGet(() -> occurrence.labels().toString());
        return cut(title, MOST_TITLE);
    }

    private static Severity severity(LabelSet labels) {
        return switch (labels.value("severity").orElse("").toLowerCase(Locale.ROOT)) {
            case "critical", "page", "error", "fatal", "emergency" -> Severity.CRITICAL;
            case "info", "none", "debug", "low" -> Severity.INFO;
            default -> Severity.WARNING;
        };
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 1) + "…";
    }
}
