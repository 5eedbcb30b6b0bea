package dev.runside.bench.judge;

import dev.runside.core.locate.Evidence;
import dev.runside.core.locate.Located;
import dev.runside.core.locate.Locator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Days of two systems of small services: what each pod uses, how long calls between services take,
 * and of one of the systems its traces. Faults are told by when they were.
 */
final class Nezha implements JudgedSet {

    @Override
    public void judge(Path data, Path out) throws IOException {
        JsonNode cases = JsonMapper.shared().readTree(data.resolve("cases.json").toFile());
        Map<String, Day> days = new TreeMap<>();
        Map<String, List<String>> ranks = new TreeMap<>();
        cases.properties()
                .forEach(each -> {
                    JsonNode window = each.getValue().path("query_window_utc");
                    String day = each.getValue().path("day").asString();
                    ranks.put(
                            each.getKey(),
                            days.computeIfAbsent(day, _ -> Day.read(data.resolve("data/" + day)))
                                    .rank(window.get(0).asDouble(), window.get(1).asDouble()));
                });
        Ranks.write(ranks, out);
    }

    /** What is known of a day. */
    private record Day(Pods pods, EdgeTimes edges, Traces traces) {

        static Day read(Path folder) {
            Path metric = folder.resolve("metric");
            Path trace = folder.resolve("trace");
            return new Day(
                    Pods.read(metric),
                    Files.exists(metric.resolve("source_50.csv"))
                            ? EdgeTimes.read(metric)
                            : EdgeTimes.NONE,
                    Files.exists(trace) ? Traces.read(trace) : Traces.NONE);
        }

        List<String> rank(double from, double to) {
            Window window = new Window(from, to);
            List<Evidence> evidence = new ArrayList<>(pods.evidence(window, edges.callers()));
            evidence.addAll(edges.evidence(window, pods));
            evidence.addAll(traces.evidence(window));
            return Locator.rank(edges.calls(), evidence).stream().map(Located::place).toList();
        }
    }
}
