package dev.runside.bench.points;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import tools.jackson.databind.json.JsonMapper;

/** The costs, from few subjects to many. */
record CostTable(List<Cost> costs) {

    private static final String ROW = "%10s %10s %14s %15s %10s";

    String text() {
        List<String> lines = new ArrayList<>();
        lines.add("microseconds of the processor, server and PostgreSQL, at full load");
        lines.add(ROW.formatted("subjects", "a point", "a new signal", "a known alert", "memory"));
        costs.forEach(cost -> lines.add(line(cost)));
        lines.add(
                ROW.formatted(
                        "ratio",
                        "%.2f".formatted(ratio(CostTable::point)),
                        "%.2f".formatted(ratio(CostTable::signal)),
                        "%.2f".formatted(ratio(CostTable::alert)),
                        ""));
        return String.join("\n", lines);
    }

    static String line(Cost cost) {
        return ROW.formatted(
                "%,d".formatted(cost.subjects()),
                "%.1f".formatted(point(cost)),
                "%.1f".formatted(signal(cost)),
                "%.1f".formatted(alert(cost)),
                "%.0f MB".formatted(cost.alerts().residentMegabytes()));
    }

    private static double point(Cost cost) {
        return cost.points().microseconds();
    }

    private static double signal(Cost cost) {
        return cost.signals().microseconds();
    }

    private static double alert(Cost cost) {
        return cost.alerts().microseconds();
    }

    /** The dearest by the cheapest. */
    private double ratio(ToDoubleFunction<Cost> figure) {
        double[] sorted = costs.stream().mapToDouble(figure).sorted().toArray();
        return sorted[sorted.length - 1] / sorted[0];
    }

    /** One line. */
    String json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("bench", "subjects");
        Map<String, Object> ratio = new LinkedHashMap<>();
        ratio.put("point", Report.round(ratio(CostTable::point)));
        ratio.put("signal", Report.round(ratio(CostTable::signal)));
        ratio.put("alert", Report.round(ratio(CostTable::alert)));
        json.put("ratio", ratio);
        json.put("costs", costs.stream().map(CostTable::json).toList());
        return JsonMapper.shared().writeValueAsString(json);
    }

    private static Map<String, Object> json(Cost cost) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("subjects", cost.subjects());
        json.put("microsPerPoint", Report.round(point(cost)));
        json.put("microsPerSignal", Report.round(signal(cost)));
        json.put("microsPerAlert", Report.round(alert(cost)));
        json.put("residentMB", Math.round(cost.alerts().residentMegabytes()));
        return json;
    }
}
