package dev.runside.server.intake.pagerduty;

import dev.runside.server.intake.alerts.AlertUpdate;
import dev.runside.server.intake.alerts.LabelSet;
import dev.runside.server.intake.body.Item;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * PagerDuty's log entries: an incident there is a condition here, with the key of the event that
 * made it, so that the event sent here too is the same.
 */
public final class LogEntries {

    private static final int MOST = 100;
    private static final int MOST_TEXT = 1_024;
    private static final Map<String, String> DETAILS =
            Map.of(
                    "source_origin",
                    "source",
                    "source_component",
                    "component",
                    "service_group",
                    "group",
                    "event_class",
                    "class");

    private LogEntries() {}

    /** What an incident did. */
    public sealed interface Step {

        Instant at();

        LabelSet identity();
    }

    /** It was triggered or resolved. */
    public record Said(Instant at, AlertUpdate update) implements Step {

        @Override
        public LabelSet identity() {
            return update.identity();
        }
    }

    /** Somebody has it in hand. */
    public record Acknowledged(Instant at, LabelSet identity) implements Step {}

    /** A page of them, the newest first. */
    public record Page(List<Step> steps, boolean more) {

        public Page {
            steps = List.copyOf(steps);
        }
    }

    public static Page page(Item answer) {
        return new Page(
                answer.objects("log_entries", MOST).stream().flatMap(LogEntries::step).toList(),
                answer.truth("more", false));
    }

    private static Stream<Step> step(Item entry) {
        String type = entry.shortened("type", MOST_TEXT).replaceFirst("_log_entry.*", "");
        return switch (type) {
            case "trigger" -> Stream.of(new Said(at(entry), update(entry, Optional.empty())));
            case "resolve" -> Stream.of(new Said(at(entry), update(entry, Optional.of(at(entry)))));
            case "acknowledge" -> Stream.of(new Acknowledged(at(entry), identity(entry)));
            default -> Stream.empty();
        };
    }

    private static Instant at(Item entry) {
        if (!entry.has("created_at")) {
            entry.wrong("created_at", "is missing");
        }
        return entry.time("created_at").orElse(Instant.EPOCH);
    }

    private static LabelSet identity(Item entry) {
        Item incident = entry.part("incident");
        String key = incident.shortened("incident_key", MOST_TEXT);
        return PagerEvent.identity(key.isBlank() ? "pagerduty/" + incident.identifier("id") : key);
    }

    private static AlertUpdate update(Item entry, Optional<Instant> ended) {
        Item incident = entry.part("incident");
        String title = incident.shortened("title", MOST_TEXT);
        return new AlertUpdate(
                identity(entry),
                LabelSet.of(labels(entry, incident)),
                LabelSet.of(
                        Map.of(
                                "summary",
                                title.isBlank() ? entry.shortened("summary", MOST_TEXT) : title)),
                incident.shortened("html_url", MOST_TEXT),
                incident.time("created_at").or(() -> entry.time("created_at")),
                ended,
                Instant.MAX);
    }

    private static Map<String, String> labels(Item entry, Item incident) {
        Map<String, String> labels = new LinkedHashMap<>(identity(entry).toMap());
        labels.put("incident", incident.identifier("id"));
        labels.put(
                "severity",
                incident.shortened("urgency", MOST).equals("low") ? "warning" : "critical");
        incident.object("service")
                .or(() -> entry.object("service"))
                .ifPresent(
                        service -> labels.put("service", service.shortened("summary", MOST_TEXT)));
        entry.object("channel")
                .flatMap(channel -> channel.object("cef_details"))
                .ifPresent(details -> {
                    DETAILS.forEach((theirs, ours) ->
                            labels.put(ours, details.shortened(theirs, MOST_TEXT)));
                    labels.merge(
                            "severity",
                            details.shortened("severity", MOST),
                            (usual, said) -> said.isBlank() ? usual : said);
                });
        labels.values().removeIf(String::isBlank);
        return labels;
    }
}
