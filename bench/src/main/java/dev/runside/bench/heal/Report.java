package dev.runside.bench.heal;

import dev.runside.bench.heal.ours.Ours;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** An outcome for people, and for programs. */
record Report(Outcome outcome) {

    private static final String ROW = "%-34s %-22s %s";

    String table() {
        List<String> lines = new ArrayList<>();
        lines.add(row("", Result::name));
        lines.add(row("", _ -> "median      worst"));
        lines.add(row("SIGKILL to the remedy's start", each -> times(each.toRemedy())));
        lines.add(row("SIGKILL to answering again", each -> times(each.toAnswer())));
        lines.add(row("SIGKILL to verified recovery *", each -> times(each.toWell())));
        lines.add(row("kills healed", each -> each.kills() + " of " + outcome.plan().kills()));
        lines.add(remedies(outcome.plan().pauses(), "pauses of 2 s", Deed.Kind.PAUSE));
        lines.add(remedies(outcome.plan().stops(), "planned stops", Deed.Kind.STOP));
        lines.add(remedies(outcome.plan().deploys(), "deploys", Deed.Kind.DEPLOY));
        lines.add(row("CPU while idle, of one core", each -> "%.1f %%".formatted(each.cpuInAll())));
        lines.add("");
        lines.add(
                "of it: "
                        + shares(outcome.ours())
                        + outcome.peers().map(p -> "; " + shares(p)).orElse(""));
        lines.add("our median, by station: " + stages());
        lines.addAll(notes());
        outcome.wrong().forEach(fault -> lines.add("WRONG: " + fault));
        return String.join("\n", lines);
    }

    private String row(String what, Function<Result, String> cell) {
        return ROW.formatted(what, cell.apply(outcome.ours()), outcome.peers().map(cell).orElse(""))
                .stripTrailing();
    }

    private String remedies(int deeds, String what, Deed.Kind kind) {
        return row(
                "remedies on %d %s".formatted(deeds, what),
                each -> Integer.toString(each.remediesOn(kind)));
    }

    private static String times(Spread spread) {
        return spread.size() == 0
                ? "-"
                : "%-11s %s".formatted(time(spread.median()), time(spread.worst()));
    }

    private static String time(double millis) {
        return millis < 10_000 ? "%.0f ms".formatted(millis) : "%.1f s".formatted(millis / 1000);
    }

    private static String shares(Result result) {
        return new TreeMap<>(result.cpu())
                .entrySet().stream()
                        .map(each -> "%s %.1f %%".formatted(each.getKey(), each.getValue()))
                        .collect(Collectors.joining(", "));
    }

    private String stages() {
        return outcome.stages().entrySet().stream()
                .map(each -> "%s %.0f ms".formatted(each.getKey(), each.getValue()))
                .collect(Collectors.joining(" › "));
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>();
        notes.add("guardrails on: " + Ours.guardrails());
        if (outcome.peers().isPresent()) {
            notes.add(
                    "peers: "
                            + String.join(", ", outcome.peerVersions())
                            + "; scrape and evaluation 1 s, alert up == 0 without `for`, group_wait 0s, group_interval 1s;"
                            + " told of stops and deploys by silences."
                            + " A `for` that outlasts a pause would make each of their remedies later by as much");
        }
        notes.add(
                "* ours: the runbook's indicator counted at least 5 good probes after the remedy; the peers verify nothing,"
                        + " theirs is Alertmanager's word that the alert is over");
        outcome.ratio()
                .ifPresent(ratio ->
                        notes.add(
                                "our remedy starts %.1f times sooner (medians)".formatted(ratio)));
        return notes;
    }

    /** One line. */
    String json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("bench", "heal");
        json.put("ok", outcome.ok());
        json.put("seed", outcome.plan().seed());
        json.put("services", outcome.plan().services());
        json.put("kills", outcome.plan().kills());
        json.put("pauses", outcome.plan().pauses());
        json.put("stops", outcome.plan().stops());
        json.put("deploys", outcome.plan().deploys());
        outcome.ratio().ifPresent(ratio -> json.put("ratio", round(ratio)));
        outcome.answerRatio().ifPresent(ratio -> json.put("answerRatio", round(ratio)));
        json.put("ours", figures(outcome.ours()));
        Optional<Result> peers = outcome.peers();
        peers.ifPresent(result -> json.put("peers", figures(result)));
        Map<String, Object> stages = new LinkedHashMap<>();
        outcome.stages().forEach((name, millis) -> stages.put(name, round(millis)));
        json.put("stagesMs", stages);
        json.put("wrong", outcome.wrong());
        return JsonMapper.shared().writeValueAsString(json);
    }

    private static Map<String, Object> figures(Result result) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("counted", result.kills());
        put(json, "remedy", result.toRemedy());
        put(json, "answer", result.toAnswer());
        put(json, "verified", result.toWell());
        json.put("remediesOnPauses", result.remediesOn(Deed.Kind.PAUSE));
        json.put("remediesOnStops", result.remediesOn(Deed.Kind.STOP));
        json.put("remediesOnDeploys", result.remediesOn(Deed.Kind.DEPLOY));
        json.put("remediesUnasked", result.unasked());
        Map<String, Object> cpu = new LinkedHashMap<>();
        new TreeMap<>(result.cpu()).forEach((name, percent) -> cpu.put(name, round(percent)));
        json.put("cpuPercent", cpu);
        return json;
    }

    private static void put(Map<String, Object> json, String name, Spread spread) {
        if (spread.size() > 0) {
            json.put(name + "MedianMs", round(spread.median()));
            json.put(name + "WorstMs", round(spread.worst()));
        }
    }

    private static double round(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
