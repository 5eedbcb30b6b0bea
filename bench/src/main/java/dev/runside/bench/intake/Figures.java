package dev.runside.bench.intake;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What several turns of the same target and kind come to. */
record Figures(List<Round> rounds) {

    Figures {
        rounds = List.copyOf(rounds);
    }

    long alerts() {
        return rounds.stream().mapToLong(Round::alerts).sum();
    }

    /** The median of the turns: one that something else disturbed does not count. */
    double perSecond() {
        List<Double> sorted = rounds.stream().map(Round::perSecond).sorted().toList();
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(half)
                : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }

    /** Of all batches of all turns, in milliseconds. */
    double quantile(double share) {
        List<Long> sorted =
                rounds.stream().flatMap(each -> each.nanos().stream()).sorted().toList();
        return sorted.get((int) Math.min(sorted.size() - 1L, (long) (share * sorted.size()))) / 1e6;
    }

    double cpuInLoadPerMillion() {
        return rounds.stream().mapToDouble(Round::cpuInLoad).sum() * 1e6 / alerts();
    }

    double cpuPerMillion() {
        return rounds.stream().mapToDouble(Round::cpu).sum() * 1e6 / alerts();
    }

    double restSeconds() {
        return rounds.stream().mapToDouble(each -> each.rest().toMillis() / 1e3).max().orElse(0);
    }

    double residentMegabytes() {
        return rounds.stream().mapToLong(Round::residentBytes).max().orElse(0) / (1024.0 * 1024);
    }

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("alerts", alerts());
        json.put("perSecond", Math.round(perSecond()));
        json.put("p50Ms", round(quantile(0.5)));
        json.put("p99Ms", round(quantile(0.99)));
        json.put("cpuSecondsPerMillionInLoad", round(cpuInLoadPerMillion()));
        json.put("cpuSecondsPerMillion", round(cpuPerMillion()));
        json.put("residentMB", Math.round(residentMegabytes()));
        return json;
    }

    static double round(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
