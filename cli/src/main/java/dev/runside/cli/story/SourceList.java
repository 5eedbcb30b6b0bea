package dev.runside.cli.story;

import dev.runside.cli.launcher.Typed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Sources as a table, and below it what of each is not understood. */
public final class SourceList {

    private static final int MOST_GAPS = 5;

    private static final List<String> HEADINGS =
            List.of(
                    "SOURCE",
                    "LAST SEEN",
                    "PER MIN",
                    "REPORTS",
                    "REFUSED",
                    "UNMAPPED",
                    "STATE",
                    "SPEAKS FOR");

    private SourceList() {}

    /**
     * @param list as {@code GET /api/v1/sources} answers
     */
    public static String words(JsonNode list, Times times) {
        List<JsonNode> sources = list.path("items").valueStream().toList();
        if (sources.isEmpty()) {
            return "Nothing is connected. Connect a tool: " + Typed.command("connect prometheus");
        }
        List<List<String>> rows = new ArrayList<>(List.of(HEADINGS));
        sources.forEach(source -> rows.add(row(source, times)));
        List<String> lines = new ArrayList<>(Columns.of(rows));
        sources.forEach(source -> lines.addAll(remarks(source)));
        return String.join("\n", lines);
    }

    private static List<String> row(JsonNode source, Times times) {
        Optional<Instant> seen = Times.in(source.path("lastSeen"));
        return List.of(
                name(source),
                seen.map(times::ago).orElse("never"),
                source.path("perMinute").asString(),
                source.path("reports").asString(),
                source.path("refused").asString(),
                String.format(
                        Locale.ROOT, "%.1f %%", 100 * source.path("unmappedShare").asDouble()),
                state(source, seen.isPresent()),
                source.path("speaksFor")
                        .valueStream()
                        .map(JsonNode::asString)
                        .collect(Collectors.joining(",")));
    }

    private static String state(JsonNode source, boolean seen) {
        if (!source.path("open").asBoolean()) {
            return "token ended";
        }
        if (!source.path("troubles").isEmpty()) {
            return source.path("troubles").get(0).asString();
        }
        if (source.path("stale").asLong() > 0) {
            return source.path("stale").asString() + " stale";
        }
        return seen ? "heard" : "waiting";
    }

    private static List<String> remarks(JsonNode source) {
        List<String> remarks = new ArrayList<>();
        long before = source.path("firingBefore").asLong();
        if (before > 0) {
            remarks.add(
                    "%s: %d %s firing before it was connected; each counts from its next change."
                            .formatted(
                                    name(source),
                                    before,
                                    before == 1 ? "alert was" : "alerts were"));
        }
        String trouble = source.path("poll").path("trouble").asString("");
        if (!trouble.isEmpty()) {
            remarks.add(
                    "%s: asking %s: %s"
                            .formatted(
                                    name(source),
                                    source.path("poll").path("baseUrl").asString(),
                                    trouble));
        }
        source.path("gaps")
                .valueStream()
                .limit(MOST_GAPS)
                .forEach(gap ->
                        remarks.add(
                                "%s: not in the catalog: %s (%s); %s"
                                        .formatted(
                                                name(source),
                                                gap.path("name").asString(),
                                                times(gap.path("count").asLong()),
                                                gap.path("proposal").asString())));
        return remarks;
    }

    private static String times(long count) {
        return count == 1 ? "once" : count + " times";
    }

    private static String name(JsonNode source) {
        return source.path("source").asString().replaceFirst("^source:", "");
    }
}
