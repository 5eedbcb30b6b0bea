package dev.runside.cli.story;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** One incident, whole: what, tier and why, owner, suspects, what happened when, runs and pages. */
public final class IncidentStory {

    private final JsonNode incident;
    private final Times times;
    private final StringBuilder text = new StringBuilder();

    private IncidentStory(JsonNode incident, Times times) {
        this.incident = incident;
        this.times = times;
    }

    /**
     * @param incident as {@code GET /api/v1/incidents/{id}} answers
     */
    public static String words(JsonNode incident, Times times) {
        IncidentStory story = new IncidentStory(incident, times);
        story.head();
        story.facts();
        story.suspects();
        story.timeline();
        story.runs();
        story.deeds();
        story.pages();
        return story.text.toString().stripTrailing();
    }

    private void head() {
        text.append("#%d %s%n".formatted(incident.path("number").asLong(), field("title")));
    }

    private void facts() {
        fact("state", state());
        fact("stale", stale());
        fact("tier", field("tier") + ": " + field("why"));
        String owner = field("owner");
        fact("owner", owner.isEmpty() ? "nobody: " + field("gap") : owner);
        fact("products", list(incident.path("products")));
        fact("seam", field("seam"));
        fact("facets", list(incident.path("facets")));
        fact("seen", seen());
        fact("acknowledged", acknowledged());
        fact("cause", field("cause"));
        fact("merged into", field("mergedInto"));
    }

    private String state() {
        String over =
                time("closedAt")
                        .or(() -> time("resolvedAt"))
                        .or(() -> time("recoveredAt"))
                        .map(end -> " since " + times.moment(end))
                        .orElse("");
        return field("state") + over + lasted();
    }

    private String stale() {
        return incident.path("findings")
                .valueStream()
                .flatMap(finding ->
                        Times.in(finding.path("staleSince")).stream()
                                .map(since ->
                                        "%s: its source has not repeated it since %s, nor said that it is over"
                                                .formatted(
                                                        finding.path("sentence").asString(),
                                                        times.moment(since))))
                .collect(Collectors.joining("; "));
    }

    private String lasted() {
        String span = field("lasted");
        return span.isEmpty() ? "" : ", over after " + Times.length(Duration.parse(span));
    }

    private String seen() {
        Optional<Instant> started = time("startedAt");
        Optional<Instant> detected = time("detectedAt");
        if (started.isEmpty() || detected.isEmpty()) {
            return "";
        }
        return "began %s, detected after %s by a %s"
                .formatted(
                        times.moment(started.get()),
                        Times.length(Duration.between(started.get(), detected.get())),
                        field("detectedBy"));
    }

    private String acknowledged() {
        JsonNode acknowledged = incident.path("acknowledged");
        return Times.in(acknowledged.path("at"))
                .map(at -> acknowledged.path("by").asString() + ", " + times.moment(at))
                .orElse("");
    }

    private void suspects() {
        if (incident.path("suspects").isEmpty()) {
            return;
        }
        title("Suspects, the likeliest first");
        incident.path("suspects")
                .valueStream()
                .forEach(suspect -> {
                    line(
                            "%s (%s, %.2f)",
                            suspect.path("ref").asString(),
                            suspect.path("kind").asString(),
                            suspect.path("score").asDouble());
                    suspect.path("evidence")
                            .valueStream()
                            .forEach(one -> line("  - %s", one.asString()));
                });
        incident.path("ruledOut").valueStream().forEach(one -> line("checked: %s", one.asString()));
    }

    private void timeline() {
        title("What happened");
        String day = "";
        for (JsonNode entry : incident.path("timeline")) {
            Instant time = Times.in(entry.path("time")).orElse(Instant.EPOCH);
            if (!times.day(time).equals(day)) {
                day = times.day(time);
                line("%s", day);
            }
            line(
                    "%s  %-8s  %s",
                    times.clock(time),
                    entry.path("kind").asString(),
                    entry.path("text").asString());
        }
    }

    private void runs() {
        for (JsonNode run : incident.path("runs")) {
            title("Run of runbook " + run.path("runbook").asString());
            line(
                    "on %s by %s: %s%s",
                    run.path("target").asString(),
                    run.path("agent").asString(),
                    run.path("phase").asString(),
                    because(run.path("why")));
            run.path("steps").valueStream().forEach(this::step);
        }
    }

    private void deeds() {
        if (!incident.path("deeds").isEmpty()) {
            title("What people had done");
        }
        for (JsonNode deed : incident.path("deeds")) {
            outcome(
                    deed,
                    "%s by %s"
                            .formatted(deed.path("by").asString(), deed.path("agent").asString()));
        }
    }

    private void step(JsonNode step) {
        outcome(
                step,
                "%-8s  %-12s".formatted(step.path("phase").asString(), step.path("id").asString()));
    }

    private void outcome(JsonNode step, String what) {
        line(
                "%s  %s: %s%s",
                what,
                step.path("action").asString(),
                step.path("outcome").asString("under way"),
                because(step.path("reason")));
        String output =
                step.path("output")
                        .propertyStream()
                        .map(one -> one.getKey() + "=" + one.getValue().asString())
                        .collect(Collectors.joining(", "));
        if (!output.isEmpty()) {
            line("          %s", output);
        }
    }

    private void pages() {
        title("Who was told");
        JsonNode pages = incident.path("pages");
        if (pages.valueStream().allMatch(page -> Times.in(page.path("sentAt")).isEmpty())) {
            line("nobody was paged");
        }
        pages.valueStream().forEach(this::page);
        if (!incident.path("informed").isEmpty()) {
            line("informed %s", list(incident.path("informed")));
        }
    }

    private void page(JsonNode page) {
        String sent =
                Times.in(page.path("sentAt"))
                        .map(at ->
                                "paged "
                                        + list(page.path("told"))
                                        + " from "
                                        + times.clock(at)
                                        + " on")
                        .orElse("a page was not sent");
        line("%s, %s: %s", sent, page.path("status").asString(), page.path("reason").asString());
    }

    private void title(String words) {
        text.append("%n%s%n".formatted(words));
    }

    private void fact(String name, String value) {
        if (!value.isBlank()) {
            text.append("  %-12s  %s%n".formatted(name, value));
        }
    }

    private void line(String format, Object... values) {
        text.append("  ").append(format.formatted(values)).append(System.lineSeparator());
    }

    private static String because(JsonNode reason) {
        return reason.asString("").isBlank() ? "" : " (" + reason.asString() + ")";
    }

    private String field(String name) {
        return incident.path(name).asString("");
    }

    private Optional<Instant> time(String name) {
        return Times.in(incident.path(name));
    }

    private static String list(JsonNode items) {
        return items.valueStream().map(JsonNode::asString).collect(Collectors.joining(", "));
    }
}
