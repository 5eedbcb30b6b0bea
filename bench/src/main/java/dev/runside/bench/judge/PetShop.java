package dev.runside.bench.judge;

import dev.runside.core.locate.Departure;
import dev.runside.core.locate.Evidence;
import dev.runside.core.locate.Located;
import dev.runside.core.locate.Locator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Measurements of the components of a shop every five minutes, who calls whom, and at one of them
 * what was complained of.
 */
final class PetShop implements JudgedSet {

    /** A mean of times is told to this share, and a share of failures to this. */
    private static final double TIME_RESOLUTION = 0.02;

    private static final double FAILURE_RESOLUTION = 0.001;

    /** Five minutes before the complaint belong to what is complained of. */
    private static final double LEAD = 300;

    @Override
    public void judge(Path data, Path out) throws IOException {
        JsonNode cases = JsonMapper.shared().readTree(data.resolve("cases.json").toFile());
        Map<String, List<String>> ranks = new TreeMap<>();
        cases.properties().forEach(each -> ranks.put(each.getKey(), rank(data, each.getValue())));
        Ranks.write(ranks, out);
    }

    private static List<String> rank(Path data, JsonNode one) {
        if (one.path("normal").isNull()) {
            return List.of();
        }
        String target = one.path("target").path("node").asString();
        boolean time = one.path("target").path("metric").asString().equals("latency");
        Map<String, Set<String>> calls = calls(data.resolve(one.path("graph").asString()));
        Measured since = Measured.read(data.resolve(one.path("metrics").asString()));
        Measured before = Measured.read(data.resolve(one.path("normal").asString()));
        int[] sinceRows = since.rows(one, "abnormal_rows");
        int[] beforeRows = before.rows(one, "normal_rows");
        List<Evidence> evidence = new ArrayList<>();
        for (String place : reachable(target, calls)) {
            double[] usual = before.of(place, time, beforeRows);
            double[] now = since.of(place, time, sinceRows);
            double resolution =
                    time && usual.length > 0
                            ? TIME_RESOLUTION
                                    * Math.max(1e-6, Arrays.stream(usual).average().orElse(0))
                            : FAILURE_RESOLUTION;
            Departure.ofSeries(usual, now, resolution)
                    .filter(Departure::rose)
                    .ifPresent(departure ->
                            evidence.add(
                                    new Evidence.Whole(
                                            place,
                                            departure.excess() * since.calls(place, sinceRows))));
        }
        boolean complaint =
                evidence.stream()
                        .anyMatch(each ->
                                each instanceof Evidence.Whole whole
                                        && whole.place().equals(target));
        return complaint
                ? Locator.rank(calls, evidence).stream().map(Located::place).toList()
                : List.of();
    }

    private static Map<String, Set<String>> calls(Path file) {
        Table table = Table.read(file);
        Map<String, Set<String>> calls = new TreeMap<>();
        for (String[] row : table.rows()) {
            Set<String> called = new TreeSet<>();
            IntStream.range(1, row.length)
                    .filter(column -> !row[column].isEmpty() && Table.number(row[column]) != 0)
                    .forEach(column -> called.add(table.header().get(column)));
            calls.put(row[0], called);
        }
        return calls;
    }

    private static Set<String> reachable(String from, Map<String, Set<String>> calls) {
        Set<String> seen = new TreeSet<>(Set.of(from));
        Deque<String> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            for (String next : calls.getOrDefault(open.remove(), Set.of())) {
                if (seen.add(next)) {
                    open.add(next);
                }
            }
        }
        return seen;
    }

    /** Columns by place, metric and statistic, as three lines of headings name them. */
    private record Measured(Map<String, double[]> columns, double[] times) {

        static Measured read(Path file) {
            Table table = Table.read(file);
            String[] metric = table.rows().get(0);
            String[] statistic = table.rows().get(1);
            Table values = new Table(table.header(), table.rows().subList(3, table.rows().size()));
            Map<String, double[]> columns = new TreeMap<>();
            for (int column = 1; column < table.header().size(); column++) {
                columns.put(
                        key(table.header().get(column), metric[column], statistic[column]),
                        values.numbers(column));
            }
            return new Measured(columns, values.numbers(0));
        }

        private static String key(String place, String metric, String statistic) {
            return place + "|" + metric + "|" + statistic;
        }

        /** The rows that a case names; of a complaint, those from just before it on. */
        int[] rows(JsonNode one, String name) {
            if (one.has(name)) {
                return IntStream.range(one.path(name).get(0).asInt(), one.path(name).get(1).asInt())
                        .toArray();
            }
            double from =
                    name.startsWith("abnormal")
                            ? one.path("target").path("timestamp").asDouble() - LEAD
                            : Double.NEGATIVE_INFINITY;
            return IntStream.range(0, times.length).filter(row -> times[row] >= from).toArray();
        }

        /** Mean times in seconds, or shares of failed calls. */
        double[] of(String place, boolean time, int[] rows) {
            double[] all = columns.get(key(place, time ? "latency" : "availability", "Average"));
            double[] picked = pick(all, rows);
            return time ? picked : Arrays.stream(picked).map(good -> 1 - good / 100).toArray();
        }

        double calls(String place, int[] rows) {
            return Arrays.stream(pick(columns.get(key(place, "requests", "Sum")), rows))
                    .average()
                    .orElse(0);
        }

        private static double[] pick(double @org.jspecify.annotations.Nullable [] all, int[] rows) {
            return all == null
                    ? new double[0]
                    : Table.present(Arrays.stream(rows).mapToDouble(row -> all[row]).toArray());
        }
    }
}
