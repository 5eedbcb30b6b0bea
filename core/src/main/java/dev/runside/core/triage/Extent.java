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
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * What one incident is about: its subjects, with what began there and when, and its roots, the hops
 * on which the others hang and that hang on none of them.
 */
final class Extent {

    /**
     * What follows from a failure shows within this time of it. What begins later is taken for
     * something else: rather a page too many than a failure that nobody looks at.
     */
    private static final Duration FOLLOWS = Duration.ofMinutes(2);

    /** How many minutes further away in time one call further away in the graph is. */
    private static final double CALL = 0.5;

    private final Graph graph;
    private final Map<Ref, List<Instant>> began = new TreeMap<>();
    private final Set<Ref> roots = new HashSet<>();

    Extent(Graph graph) {
        this.graph = graph;
    }

    void add(Finding finding) {
        Ref subject = finding.subject();
        began.computeIfAbsent(subject, _ -> new ArrayList<>()).add(finding.startedAt());
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
        Instant cause = finding.startedAt();
        return !roots.isEmpty()
                && roots.stream()
                        .allMatch(root ->
                                hangs(root, finding.subject())
                                        && beginnings(root)
                                                .anyMatch(start ->
                                                        !cause.isAfter(start.plus(FOLLOWS))));
    }

    /** How far from it a finding is that may follow from it, in minutes; empty where it may not. */
    OptionalDouble distance(Finding finding) {
        return began.keySet().stream()
                .flatMapToDouble(subject -> distances(finding, subject))
                .min();
    }

    /** What else goes wrong at its root is part of it, however late. */
    private DoubleStream distances(Finding finding, Ref subject) {
        OptionalInt calls = calls(finding.subject(), subject);
        boolean atRoot = finding.subject().equals(subject) && roots.contains(subject);
        return calls.isEmpty()
                ? DoubleStream.empty()
                : beginnings(subject)
                        .map(start -> apart(start, finding))
                        .filter(time -> atRoot || near(time))
                        .mapToDouble(time -> minutes(time) + CALL * calls.getAsInt());
    }

    /** Whether its roots began to fail when the finding did. */
    boolean beganWith(Finding finding) {
        return !roots.isEmpty()
                && roots.stream()
                        .allMatch(root ->
                                beginnings(root).anyMatch(start -> near(apart(start, finding))));
    }

    /** From the nearest of its beginnings, in minutes. */
    double apart(Finding finding) {
        return began.keySet().stream()
                .flatMap(this::beginnings)
                .mapToDouble(start -> minutes(apart(start, finding)))
                .min()
                .orElse(0);
    }

    private OptionalInt calls(Ref hop, Ref other) {
        return hop.equals(other) ? OptionalInt.of(0) : graph.distance(hop, other);
    }

    private Stream<Instant> beginnings(Ref subject) {
        return began.getOrDefault(subject, List.of()).stream();
    }

    private static Duration apart(Instant start, Finding finding) {
        return Duration.between(start, finding.startedAt()).abs();
    }

    private static boolean near(Duration time) {
        return time.compareTo(FOLLOWS) <= 0;
    }

    private static double minutes(Duration time) {
        return time.toMillis() / 60_000.0;
    }

    private boolean hangs(Ref hop, Ref other) {
        return graph.dependsOn(hop, other);
    }
}
