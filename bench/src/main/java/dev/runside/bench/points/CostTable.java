package dev.runside.bench.points;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.json.JsonMapper;

/** The costs, from few subjects to many. */
record CostTable(List<Cost> costs) {

    private static final String ROW = "%10s %18s %18s %18s %10s";

    String text() {
        List<String> lines = new ArrayList<>();
        lines.add("microseconds of the processor, server and PostgreSQL, at full load");
        lines.add(ROW.formatted("subjects", "a point", "a new signal", "a known alert", "memory"));
        costs.forEach(cost -> lines.add(line(cost)));
        lines.add(
                "dearest by cheapest: points %.2f, signals %.2f"
                        .formatted(
                                spread(cost -> Optional.of(cost.points())),
                                spread(cost -> Optional.of(cost.signals()))));
        return String.join("\n", lines);
    }

    static String line(Cost cost) {
        return ROW.formatted(
                "%,d".formatted(cost.subjects()),
                figure(cost.points()),
                figure(cost.signals()),
                cost.alerts().map(CostTable::figure).orElse("not measured"),
                "%.0f MB".formatted(cost.signals().residentMegabytes()));
    }

    private static String figure(Round round) {
        return "%.1f".formatted(round.cpuPerMillion());
    }

    private double spread(Function<Cost, Optional<Round>> kind) {
        double[] sorted =
                costs.stream()
                        .flatMap(cost -> kind.apply(cost).stream())
                        .mapToDouble(Round::cpuPerMillion)
                        .sorted()
                        .toArray();
        return sorted[sorted.length - 1] / sorted[0];
    }

    /** One line. */
    String json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("bench", "subjects");
        json.put(
                "dearestByCheapestPoints",
                Report.round(spread(cost -> Optional.of(cost.points()))));
        json.put(
                "dearestByCheapestSignals",
                Report.round(spread(cost -> Optional.of(cost.signals()))));
        json.put("dearestByCheapestAlerts", Report.round(spread(Cost::alerts)));
        json.put("costs", costs.stream().map(CostTable::json).toList());
        return JsonMapper.shared().writeValueAsString(json);
    }

    private static Map<String, Object> json(Cost cost) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("subjects", cost.subjects());
        json.put("microsPerPoint", Report.round(cost.points().cpuPerMillion()));
        json.put("microsPerSignal", Report.round(cost.signals().cpuPerMillion()));
        cost.alerts()
                .ifPresent(
                        alerts -> json.put("microsPerAlert", Report.round(alerts.cpuPerMillion())));
        return json;
    }
}
