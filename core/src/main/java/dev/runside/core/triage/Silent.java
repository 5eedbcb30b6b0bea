package dev.runside.core.triage;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Catalog;
import dev.runside.core.catalog.Graph;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Hops that nobody watches and that say nothing, while what calls them fails. */
final class Silent {

    /** One caller alone is rather the cause itself. */
    private static final int AT_LEAST = 2;

    private final Catalog catalog;
    private final Graph graph;
    private final Set<Ref> failing;
    private final Set<Ref> well;

    /**
     * @param well those that failed and said since that they no longer do
     */
    Silent(Catalog catalog, Set<Ref> failing, Set<Ref> well) {
        this.catalog = catalog;
        this.graph = catalog.graph();
        this.failing = failing;
        this.well = well;
    }

    /** What these hops call themselves, that says nothing and that no indicator watches. */
    List<Ref> below(Collection<Ref> hops) {
        return unwatched(hops, _ -> true);
    }

    /** Those of them most of whose callers fail. */
    List<Ref> causes(Collection<Ref> hops) {
        return unwatched(hops, this::mayBe);
    }

    private List<Ref> unwatched(Collection<Ref> hops, Predicate<Ref> wanted) {
        Set<Ref> below = new TreeSet<>();
        hops.forEach(hop -> below.addAll(graph.calls(hop)));
        below.removeIf(hop -> failing.contains(hop) || well.contains(hop) || !wanted.test(hop));
        if (!below.isEmpty()) {
            catalog.indicators().values().forEach(indicator -> below.remove(indicator.subject()));
        }
        return List.copyOf(below);
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

    /** Whether these hops, of which none explains the others, all hang on it. */
    boolean explains(Ref cause, Collection<Ref> hops) {
        return !hops.isEmpty() && hops.stream().allMatch(hop -> graph.dependsOn(hop, cause));
    }

    String sentence(Ref cause) {
        Set<Ref> callers = graph.callers(cause);
        return "says nothing itself; of the %2$d that call it %1$d fail"
                .formatted(callers.stream().filter(failing::contains).count(), callers.size());
    }
}
