package dev.runside.bench.points;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import tools.jackson.databind.json.JsonMapper;

/** An outcome for people, and for programs. */
record Report(Outcome outcome) {

    private static final String ROW = "%-44s %14s %14s";

    String table() {
        List<String> lines = new ArrayList<>();
        lines.add(row("", Outcome.Side::name));
        lines.add("each series every " + outcome.plan().every().toMillis() / 1e3 + " s");
        rows(lines, Outcome.Side::usual);
        lines.add("full load");
        rows(lines, Outcome.Side::full);
        lines.add("from a fault to its being said");
        lines.add(row("  median", "%.2f s", Outcome.Side::medianDelay));
        lines.add(row("  longest", "%.2f s", Outcome.Side::longestDelay));
        lines.add("");
        lines.add(
                "%,d indicators over %,d hops, two series each; Prometheus evaluates every %d s"
                        .formatted(
                                outcome.plan().estate().indicators(),
                                outcome.plan().estate().hops(),
                                outcome.plan().interval().toSeconds()));
        outcome.ratio(side -> side.full().perCpuSecond())
                .ifPresent(ratio ->
                        lines.add(
                                "%.2f times as many points a CPU second at full load, %.2f times at the usual pace; %.3f of the delay"
                                        .formatted(ratio, usualRatio(), delayRatio())));
        wrong(outcome.ours(), lines);
        outcome.peer().ifPresent(side -> wrong(side, lines));
        return String.join("\n", lines);
    }

    private void rows(List<String> lines, Function<Outcome.Side, Round> kind) {
        lines.add(row("  points a second", "%,.0f", side -> kind.apply(side).perSecond()));
        lines.add(
                row("  CPU seconds per million", "%.1f", side -> kind.apply(side).cpuPerMillion()));
        lines.add(row("  points a CPU second", "%,.0f", side -> kind.apply(side).perCpuSecond()));
        lines.add(row("  memory", "%.0f MB", side -> kind.apply(side).residentMegabytes()));
    }

    private static void wrong(Outcome.Side side, List<String> lines) {
        if (!side.ok()) {
            lines.add(
                    "NOT ALL: %s counted %,.0f of %,.0f"
                            .formatted(side.name(), side.counted(), side.sent()));
        }
    }

    private String row(String what, String format, ToDoubleFunction<Outcome.Side> value) {
        return row(what, side -> format.formatted(value.applyAsDouble(side)));
    }

    private String row(String what, Function<Outcome.Side, String> cell) {
        return ROW.formatted(what, cell.apply(outcome.ours()), outcome.peer().map(cell).orElse(""))
                .stripTrailing();
    }

    private double usualRatio() {
        return outcome.ratio(side -> side.usual().perCpuSecond()).orElse(Double.NaN);
    }

    private double delayRatio() {
        return outcome.ratio(Outcome.Side::medianDelay).orElse(Double.NaN);
    }

    /** One line. */
    String json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("bench", "points");
        json.put("ok", outcome.ok());
        outcome.ratio(side -> side.full().perCpuSecond())
                .ifPresent(ratio -> {
                    json.put("ratio", round(ratio));
                    json.put("ratioUsual", round(usualRatio()));
                    json.put("delayRatio", round(delayRatio()));
                });
        json.put("indicators", outcome.plan().estate().indicators());
        json.put("intervalSeconds", outcome.plan().interval().toSeconds());
        json.put("ours", side(outcome.ours()));
        outcome.peer().ifPresent(peer -> json.put("peer", side(peer)));
        return JsonMapper.shared().writeValueAsString(json);
    }

    private static Map<String, Object> side(Outcome.Side side) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("usual", round(side.usual()));
        json.put("full", round(side.full()));
        json.put("delaySeconds", round(side.medianDelay()));
        json.put("longestDelaySeconds", round(side.longestDelay()));
        json.put("sent", side.sent());
        json.put("counted", side.counted());
        return json;
    }

    private static Map<String, Object> round(Round round) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("points", round.points());
        json.put("perSecond", Math.round(round.perSecond()));
        json.put("cpuSecondsPerMillion", round(round.cpuPerMillion()));
        json.put("residentMB", Math.round(round.residentMegabytes()));
        return json;
    }

    static double round(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
