package dev.runside.bench.heal.ours;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * One incident as {@code /api/v1/incidents/{id}} tells it, read for the line that every remedy has
 * to leave: signal, finding, charter's answer, run, steps, verification.
 */
public record Story(JsonNode incident) {

    /** In the order in which they must have been written. */
    private static final List<Chapter> LINE =
            List.of(
                    new Chapter("signal", ""),
                    new Chapter("finding", ""),
                    new Chapter("charter", "allowed"),
                    new Chapter("run", "started by agent:"),
                    new Chapter("tier", "routine"),
                    new Chapter("step", "diagnose alive done"),
                    new Chapter("step", "remedy restart done"),
                    new Chapter("verify", "good since the remedy"),
                    new Chapter("run", "ended: verified"),
                    new Chapter("state", "closed"));

    private record Chapter(String kind, String words) {

        boolean told(JsonNode line) {
            return line.path("kind").asString().equals(kind)
                    && line.path("text").asString().contains(words);
        }

        @Override
        public String toString() {
            return words.isEmpty() ? kind : kind + " (" + words + ")";
        }
    }

    /** Whether it is the incident of a kill at that moment. */
    public boolean belongsTo(Instant killed) {
        return !time("detectedAt").isBefore(killed);
    }

    /** What the record lacks of the whole line; empty when it is all there, in order. */
    public List<String> lacks() {
        List<String> lacks = new ArrayList<>();
        List<JsonNode> lines = incident.path("timeline").valueStream().toList();
        int from = 0;
        for (Chapter chapter : LINE) {
            int at = from;
            while (at < lines.size() && !chapter.told(lines.get(at))) {
                at++;
            }
            if (at == lines.size()) {
                lacks.add(chapter + " in the timeline");
            } else {
                from = at;
            }
        }
        expect(lacks, "tier", "routine");
        expect(lacks, "state", "closed");
        if (!incident.path("pages").isEmpty()) {
            lacks.add("quiet: somebody was paged");
        }
        if (verifiedAt().isEmpty()) {
            lacks.add("a verified run");
        }
        return lacks;
    }

    private void expect(List<String> lacks, String field, String value) {
        String seen = incident.path(field).asString();
        if (!seen.equals(value)) {
            lacks.add(field + " " + value + " (it is " + seen + ")");
        }
    }

    public String id() {
        return text("id");
    }

    public String title() {
        return "#%d %s".formatted(incident.path("number").asLong(), text("title"));
    }

    public String subject() {
        return incident.path("findings").path(0).path("subject").asString();
    }

    public boolean paged() {
        return incident.path("pages").valueStream().anyMatch(page -> page.hasNonNull("sentAt"));
    }

    /** When the agent had seen it, by its own clock. */
    public Instant signalledAt() {
        return time("startedAt");
    }

    public Instant openedAt() {
        return time("openedAt");
    }

    /** When the diagnosis was known to the server. */
    public Optional<Instant> diagnosedAt() {
        return run().stream()
                .flatMap(run -> run.path("steps").valueStream())
                .filter(step -> step.path("phase").asString().equals("diagnose"))
                .flatMap(step -> instant(step.path("reportedAt")).stream())
                .findFirst();
    }

    /** When the remedy was handed to the agent. */
    public Optional<Instant> handedOverAt() {
        return run().flatMap(run -> instant(run.path("remedyStartedAt")));
    }

    public Optional<Instant> verifiedAt() {
        return run().filter(run -> run.path("phase").asString().equals("verified"))
                .flatMap(run -> instant(run.path("endedAt")));
    }

    private Optional<JsonNode> run() {
        return incident.path("runs").valueStream().findFirst();
    }

    private String text(String field) {
        return incident.path(field).asString();
    }

    private Instant time(String field) {
        return Instant.parse(text(field));
    }

    private static Optional<Instant> instant(JsonNode time) {
        return time.isString() ? Optional.of(Instant.parse(time.asString())) : Optional.empty();
    }
}
