package dev.runside.core.triage;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Graph;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Hops that say nothing while most of what calls them fails: nobody watches them, or not well. */
final class Silent {

    /** One caller alone is rather the cause itself. */
    private static final int AT_LEAST = 2;

    private final Graph graph;
    private final Set<Ref> failing;

    Silent(Graph graph, Set<Ref> failing) {
        this.graph = graph;
        this.failing = failing;
    }

    /** What these hops call themselves and that says nothing. */
    List<Ref> below(Collection<Ref> hops) {
        return hops.stream()
                .flatMap(hop -> graph.calls(hop).stream())
                .distinct()
                .sorted()
                .filter(hop -> !failing.contains(hop))
                .toList();
    }

    /** Those of them most of whose callers fail. */
    List<Ref> causes(Collection<Ref> hops) {
        return below(hops).stream().filter(this::mayBe).toList();
    }

    boolean mayBe(Ref hop) {
        Set<Ref> callers = graph.callers(hop);
        long fail = callers.stream().filter(failing::contains).count();
        return fail >= AT_LEAST && 2 * fail > callers.size();
    }

    /** Which share of what calls it fails. */
    double share(Ref hop) {
        Set<Ref> callers = graph.callers(hop);
        return (double) callers.stream().filter(failing::contains).count() / callers.size();
    }

    /** Whether all of these hops hang on it. */
    boolean explains(Ref cause, Collection<Ref> hops) {
        return !hops.isEmpty() && hops.stream().allMatch(hop -> graph.dependsOn(hop, cause));
    }

    String sentence(Ref cause) {
        Set<Ref> callers = graph.callers(cause);
        return "says nothing itself; of the %2$d that call it %1$d fail"
                .formatted(callers.stream().filter(failing::contains).count(), callers.size());
    }
}
