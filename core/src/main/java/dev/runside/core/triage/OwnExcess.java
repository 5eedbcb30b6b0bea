package dev.runside.core.triage;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Graph;
import dev.runside.core.locate.Evidence;
import dev.runside.core.locate.Located;
import dev.runside.core.locate.Locator;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Which of the failing and late calls a hop answers for itself, and which its dependencies do. */
final class OwnExcess {

    /** A dependency that accounts for less than this share does not explain a hop. */
    private static final double EXPLAINS = 0.5;

    private final Map<Ref, Double> excess = new TreeMap<>();
    private final Map<String, Double> scores;
    private final Graph graph;

    OwnExcess(Graph graph, List<Finding> findings) {
        this.graph = graph;
        findings.stream()
                .filter(finding -> finding.excess() > 0 && finding.subject().onPath())
                .forEach(finding -> excess.merge(finding.subject(), finding.excess(), Math::max));
        this.scores = scores();
    }

    private Map<String, Double> scores() {
        Map<String, Set<String>> calls = new TreeMap<>();
        Collection<Evidence> evidence = new ArrayList<>();
        excess.forEach((hop, amount) -> {
            evidence.add(new Evidence.Whole(hop.toString(), amount));
            calls.put(
                    hop.toString(),
                    graph.calls(hop).stream()
                            .map(Ref::toString)
                            .collect(Collectors.toCollection(TreeSet::new)));
        });
        return Locator.rank(calls, evidence).stream()
                .collect(Collectors.toMap(Located::place, Located::score));
    }

    /** 0 to 1; the hop that answers for most has 1. */
    double share(Ref hop) {
        return scores.getOrDefault(hop.toString(), 0.0);
    }

    /**
     * That the hop fails although its sick dependencies account for little of it, as a sentence;
     * empty when they explain it, or when it is not counted how much they fail.
     */
    Optional<String> unexplained(Ref hop, Set<Ref> sick) {
        double whole = excess.getOrDefault(hop, 0.0);
        if (whole <= 0 || !excess.keySet().containsAll(sick)) {
            return Optional.empty();
        }
        double waited =
                graph.calls(hop).stream().mapToDouble(dep -> excess.getOrDefault(dep, 0.0)).sum();
        return waited >= EXPLAINS * whole
                ? Optional.empty()
                : Optional.of(
                        "what it depends on is unhealthy too, and accounts for %d %% of its failing or late calls"
                                .formatted(Math.round(100 * waited / whole)));
    }
}
