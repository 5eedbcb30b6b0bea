package dev.runside.core.triage;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Graph;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What one incident is about: its subjects, with what began there and when, and its roots, the hops
 * on which the others hang and that hang on none of them.
 */
final class Extent {

    /**
     * What follows from a failure shows within this time of it: by the same rule at another hop, or
     * by another, which may look longer before it speaks. What begins later is taken for something
     * else: rather a page too many than a failure that nobody looks at.
     */
    private static final Duration SAME_RULE = Duration.ofSeconds(Integer.getInteger("w", 120));

    private static final Duration OTHER_RULE = Duration.ofSeconds(Integer.getInteger("w2", 180));

    /** How many minutes further away in time one call further away in the graph is. */
    private static final double CALL = Double.parseDouble(System.getProperty("c", "0.5"));

    private final Graph graph;
    private final Map<Ref, List<Beginning>> began = new TreeMap<>();
    private final Set<Ref> roots = new HashSet<>();

    Extent(Graph graph) {
        this.graph = graph;
    }

    /**
     * @param rule what found it: the same one looks equally long wherever it looks
     */
    private record Beginning(String rule, Instant at) {

        static Beginning of(Finding finding) {
            return new Beginning(finding.rule(), finding.startedAt());
        }

        Duration apart(Beginning other) {
            return Duration.between(at, other.at).abs();
        }

        boolean near(Beginning other) {
            return apart(other).compareTo(patience(other)) <= 0;
        }

        /** Whether it began early enough to have brought about the other. */
        boolean before(Beginning other) {
            return !at.isAfter(other.at.plus(patience(other)));
        }

        private Duration patience(Beginning other) {
            return rule.equals(other.rule) ? SAME_RULE : OTHER_RULE;
        }
    }

    void add(Finding finding) {
        Ref subject = finding.subject();
        began.computeIfAbsent(subject, _ -> new ArrayList<>()).add(Beginning.of(finding));
        if (subject.onPath() && roots.stream().noneMatch(root -> hangs(subject, root))) {
            roots.removeIf(root -> hangs(root, subject));
            roots.add(subject);
        }
    }

    Set<Ref> subjects() {
        return began.keySet();
    }

    Set<Ref> roots() {
        return roots;
    }

    /** Whether all that is known of it may follow from the finding. */
    boolean followsFrom(Finding finding) {
        Beginning cause = Beginning.of(finding);
        return !roots.isEmpty()
                && roots.stream()
                        .allMatch(root ->
                                hangs(root, finding.subject())
                                        && beginnings(root).anyMatch(cause::before));
    }

    /** How far from it a finding is that may follow from it, in minutes; empty where it may not. */
    OptionalDouble distance(Finding finding) {
        Beginning symptom = Beginning.of(finding);
        return began.keySet().stream()
                .flatMapToDouble(subject -> {
                    OptionalInt calls = calls(finding.subject(), subject);
                    return calls.isEmpty()
                            ? java.util.stream.DoubleStream.empty()
                            : beginnings(subject)
                                    .filter(symptom::near)
                                    .mapToDouble(each ->
                                            minutes(each.apart(symptom)) + CALL * calls.getAsInt());
                })
                .min();
    }

    /** Whether its roots began to fail when the finding did. */
    boolean beganWith(Finding finding) {
        Beginning other = Beginning.of(finding);
        return !roots.isEmpty()
                && roots.stream().allMatch(root -> beginnings(root).anyMatch(other::near));
    }

    /** From the nearest of its beginnings, in minutes. */
    double apart(Finding finding) {
        Beginning other = Beginning.of(finding);
        return began.keySet().stream()
                .flatMap(this::beginnings)
                .mapToDouble(each -> minutes(each.apart(other)))
                .min()
                .orElse(0);
    }

    private OptionalInt calls(Ref hop, Ref other) {
        return hop.equals(other) ? OptionalInt.of(0) : graph.distance(hop, other);
    }

    private Stream<Beginning> beginnings(Ref subject) {
        return began.getOrDefault(subject, List.of()).stream();
    }

    private static double minutes(Duration time) {
        return time.toMillis() / 60_000.0;
    }

    private boolean hangs(Ref hop, Ref other) {
        return graph.dependsOn(hop, other);
    }
}
