package dev.runside.bench.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.json.JsonMapper;

/** An outcome for people, and for programs. */
record Report(Outcome outcome) {

    private static final String ROW = "%-44s %14s %14s";

    String table() {
        List<String> lines = new ArrayList<>();
        lines.add(row("", Outcome.Side::name));
        lines.add("every alert known");
        rows(lines, Outcome.Side::known);
        lines.add("every alert new");
        rows(lines, Outcome.Side::fresh);
        lines.add("");
        lines.add(
                "%,d repeats wrote %d rows; %,d new alerts wrote %,d"
                        .formatted(
                                outcome.ours().known().alerts(),
                                outcome.ledger().byRepeats(),
                                outcome.ledger().fresh(),
                                outcome.ledger().byNew()));
        lines.add("PostgreSQL: " + outcome.settings());
        lines.add(
                "%d alerts a batch, %d connections, %,d distinct alerts; rates are medians of the turns"
                        .formatted(Alerts.IN_BATCH, Load.CONNECTIONS, Measuring.DISTINCT));
        outcome.ratio()
                .ifPresent(ratio ->
                        lines.add(
                                "%.2f times as many known alerts, %.2f times as many new ones"
                                        .formatted(ratio, outcome.ratioNew().orElse(Double.NaN))));
        outcome.ledger().wrong().forEach(fault -> lines.add("WRONG: " + fault));
        return String.join("\n", lines);
    }

    private void rows(List<String> lines, Function<Outcome.Side, Figures> kind) {
        lines.add(row("  alerts a second", kind, "%,.0f", Figures::perSecond));
        lines.add(row("  a batch's answer, median", kind, "%.1f ms", each -> each.quantile(0.5)));
        lines.add(row("  99th percentile", kind, "%.1f ms", each -> each.quantile(0.99)));
        lines.add(
                row("  CPU s per million, under load", kind, "%.1f", Figures::cpuInLoadPerMillion));
        lines.add(row("  CPU s per million, until at rest", kind, "%.1f", Figures::cpuPerMillion));
        lines.add(row("  longest until at rest", kind, "%.1f s", Figures::restSeconds));
        lines.add(row("  memory", kind, "%.0f MB", Figures::residentMegabytes));
    }

    private String row(
            String what,
            Function<Outcome.Side, Figures> kind,
            String format,
            Function<Figures, Double> value) {
        return row(what, side -> format.formatted(value.apply(kind.apply(side))));
    }

    private String row(String what, Function<Outcome.Side, String> cell) {
        return ROW.formatted(what, cell.apply(outcome.ours()), outcome.peer().map(cell).orElse(""))
                .stripTrailing();
    }

    /** One line. */
    String json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("bench", "intake");
        json.put("ok", outcome.ok());
        outcome.ratio().ifPresent(ratio -> json.put("ratio", Figures.round(ratio)));
        outcome.ratioNew().ifPresent(ratio -> json.put("ratioNew", Figures.round(ratio)));
        json.put("ours", side(outcome.ours()));
        outcome.peer().ifPresent(peer -> json.put("peer", side(peer)));
        json.put("rowsByRepeats", outcome.ledger().byRepeats());
        json.put("new", outcome.ledger().fresh());
        json.put("rowsByNew", outcome.ledger().byNew());
        json.put("postgres", outcome.settings());
        json.put("wrong", outcome.ledger().wrong());
        return JsonMapper.shared().writeValueAsString(json);
    }

    private static Map<String, Object> side(Outcome.Side side) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("known", side.known().json());
        json.put("new", side.fresh().json());
        return json;
    }
}
