package dev.runside.bench.overlap;

import dev.runside.core.Ref;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How well groups of alerts fit the failures that brought them about.
 *
 * @param failures how many there were
 * @param whole the share with a group of their own: Jaccard 0.8 or more
 * @param first the share whose first hop is the first suspect of the group nearest to it
 * @param three and among the first three
 */
record Score(int failures, double whole, double first, double three) {

    private static final double SAME = 0.8;
    private static final int FEW = 3;

    /**
     * @param suspects best first
     */
    record Group(Set<String> alerts, List<Ref> suspects) {}

    static Score of(List<Trials.Truth> truths, List<Group> groups) {
        int whole = 0;
        int first = 0;
        int three = 0;
        for (Trials.Truth truth : truths) {
            Group nearest =
                    groups.stream()
                            .max(Comparator.comparingDouble(each -> jaccard(truth, each)))
                            .orElseThrow();
            whole += jaccard(truth, nearest) >= SAME ? 1 : 0;
            int rank = nearest.suspects().indexOf(truth.root());
            first += rank == 0 ? 1 : 0;
            three += rank >= 0 && rank < FEW ? 1 : 0;
        }
        double all = truths.size();
        return new Score(truths.size(), whole / all, first / all, three / all);
    }

    private static double jaccard(Trials.Truth truth, Group group) {
        Set<String> both = new HashSet<>(truth.alerts());
        both.retainAll(group.alerts());
        return (double) both.size() / (truth.alerts().size() + group.alerts().size() - both.size());
    }
}
