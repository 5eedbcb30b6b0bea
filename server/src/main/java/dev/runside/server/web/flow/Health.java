package dev.runside.server.web.flow;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Indicator;
import dev.runside.core.triage.Finding;
import dev.runside.server.web.situation.Situation;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How a hop is, in a word; style and icon follow the word. Worst first. */
public enum Health {
    GONE("gone", "dead"),
    SILENT("not answering", "dead"),
    FAILING("failing", "failing"),
    SLOW("slow", "failing"),
    CHANGING("being changed", "changing"),
    UNWATCHED("not watched", "unwatched"),
    WELL("well", "well");

    private final String word;
    private final String style;

    Health(String word, String style) {
        this.word = word;
        this.style = style;
    }

    public String word() {
        return word;
    }

    public String style() {
        return style;
    }

    /** Of a whole path whose worst hop this is. */
    public String pathWord() {
        return this == GONE || this == SILENT ? FAILING.word : word;
    }

    static Health of(Ref hop, Situation situation) {
        List<Finding> findings = situation.findingsOf(hop).toList();
        if (!findings.isEmpty()) {
            return findings.stream()
                    .map(finding -> of(finding, situation))
                    .min(Comparator.naturalOrder())
                    .orElse(FAILING);
        }
        boolean changing =
                situation.changes().stream().anyMatch(change -> change.subject().equals(hop));
        if (changing) {
            return CHANGING;
        }
        return watched(hop, situation) ? WELL : UNWATCHED;
    }

    private static Health of(Finding finding, Situation situation) {
        return switch (finding.kind()) {
            case "process-gone" -> GONE;
            case "no-answer" -> SILENT;
            case "slow" -> SLOW;
            case "budget-burn" -> ofLatency(finding, situation) ? SLOW : FAILING;
            default -> FAILING;
        };
    }

    private static boolean ofLatency(Finding finding, Situation situation) {
        return finding.indicator()
                .map(situation.catalog().indicators()::get)
                .filter(indicator -> indicator.measure() instanceof Indicator.Measure.Latency)
                .isPresent();
    }

    private static boolean watched(Ref hop, Situation situation) {
        return situation.catalog().indicators().values().stream()
                        .anyMatch(indicator -> indicator.subject().equals(hop))
                || service(hop, situation)
                        .filter(service -> byAgent(service, situation))
                        .isPresent();
    }

    private static boolean byAgent(String service, Situation situation) {
        return situation.agents().stream().anyMatch(agent -> agent.services().contains(service));
    }

    private static Optional<String> service(Ref hop, Situation situation) {
        return situation
                .catalog()
                .services()
                .filter(known -> known.getValue().equals(hop))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
