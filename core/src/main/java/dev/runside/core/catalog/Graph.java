package dev.runside.core.catalog;

import dev.runside.core.Ref;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What depends on what.
 *
 * <pre>
 *   a ──calls──► b     a depends on b; hard: a fails when b does
 *   w ──feeds──► r     r depends on the shape of what w writes
 * </pre>
 */
public final class Graph {

    private final Map<Ref, Set<Ref>> calls = new HashMap<>();
    private final Map<Ref, Set<Ref>> callers = new HashMap<>();
    private final Map<Ref, Set<Ref>> hardCallers = new HashMap<>();
    private final List<Product.Feed> feeds = new ArrayList<>();

    /** How many calls away each dependency of a hop is; worked out when it is first asked. */
    private final Map<Ref, Map<Ref, Integer>> distances = new ConcurrentHashMap<>();

    /** What was declared, where this one holds calls besides that were only seen. */
    private Optional<Graph> declared = Optional.empty();

    private Graph() {}

    static Graph of(Collection<Flow> flows, Collection<Product> products) {
        Graph graph = new Graph();
        for (Flow flow : flows) {
            for (int hop = 0; hop + 1 < flow.path().size(); hop++) {
                graph.addCall(flow.path().get(hop), flow.path().get(hop + 1), flow.hard());
            }
        }
        products.forEach(product -> graph.feeds.addAll(product.feeds()));
        return graph;
    }

    private void addCall(Ref from, Ref to, boolean hard) {
        calls.computeIfAbsent(from, _ -> new LinkedHashSet<>()).add(to);
        callers.computeIfAbsent(to, _ -> new LinkedHashSet<>()).add(from);
        if (hard) {
            hardCallers.computeIfAbsent(to, _ -> new LinkedHashSet<>()).add(from);
        }
    }

    /**
     * The same with calls that were seen and that nobody has declared. They are soft: nobody has
     * said that a hop fails with the next. One that turns round what is there is left out.
     */
    Graph with(Collection<Call> seen) {
        Graph more = new Graph();
        calls.forEach((from, to) -> more.calls.put(from, new LinkedHashSet<>(to)));
        callers.forEach((to, from) -> more.callers.put(to, new LinkedHashSet<>(from)));
        hardCallers.forEach((to, from) -> more.hardCallers.put(to, new LinkedHashSet<>(from)));
        more.feeds.addAll(feeds);
        more.declared = Optional.of(declared.orElse(this));
        for (Call call : seen) {
            boolean back = reach(call.to(), more.calls).containsKey(call.from());
            if (!call.from().equals(call.to()) && !back) {
                more.addCall(call.from(), call.to(), false);
            }
        }
        return more;
    }

    /** Whether one depends on the other only by calls that were seen and nobody has declared. */
    public boolean onlySeen(Ref hop, Ref other) {
        return dependsOn(hop, other)
                && declared.filter(graph -> !graph.dependsOn(hop, other)).isPresent();
    }

    /** What the hop calls itself. */
    public Set<Ref> calls(Ref hop) {
        return Set.copyOf(calls.getOrDefault(hop, Set.of()));
    }

    /** What calls the hop itself. */
    public Set<Ref> callers(Ref hop) {
        return Set.copyOf(callers.getOrDefault(hop, Set.of()));
    }

    /** Everything the hop calls, near or far. */
    public Set<Ref> dependencies(Ref hop) {
        return distances(hop).keySet();
    }

    /** How many calls lead from the hop to another; empty where none do. */
    public OptionalInt distance(Ref hop, Ref other) {
        Integer calls = distances(hop).get(other);
        return calls == null ? OptionalInt.empty() : OptionalInt.of(calls);
    }

    private Map<Ref, Integer> distances(Ref hop) {
        return distances.computeIfAbsent(hop, start -> reach(start, calls));
    }

    /** Everything that fails with the hop. */
    public Set<Ref> dependents(Ref hop) {
        return reach(hop, hardCallers).keySet();
    }

    public boolean dependsOn(Ref hop, Ref other) {
        return distances(hop).containsKey(other);
    }

    /** Feeds that end at the hop. */
    public List<Product.Feed> feedsInto(Ref hop) {
        return feeds.stream().filter(feed -> feed.to().equals(hop)).toList();
    }

    public boolean feeds(Ref from, Ref to) {
        return feeds.stream().anyMatch(feed -> feed.from().equals(from) && feed.to().equals(to));
    }

    public List<Product.Feed> feeds() {
        return List.copyOf(feeds);
    }

    private static Map<Ref, Integer> reach(Ref start, Map<Ref, Set<Ref>> edges) {
        Map<Ref, Integer> seen = new LinkedHashMap<>();
        Deque<Ref> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            Ref here = open.remove();
            int away = seen.getOrDefault(here, 0) + 1;
            for (Ref next : edges.getOrDefault(here, Set.of())) {
                if (!next.equals(start) && seen.putIfAbsent(next, away) == null) {
                    open.add(next);
                }
            }
        }
        return Collections.unmodifiableMap(seen);
    }
}
