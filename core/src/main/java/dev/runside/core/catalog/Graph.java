package dev.runside.core.catalog;

import dev.runside.core.Ref;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
    private final Map<Ref, Set<Ref>> hardCallers = new HashMap<>();
    private final List<Product.Feed> feeds = new ArrayList<>();

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
        if (hard) {
            hardCallers.computeIfAbsent(to, _ -> new LinkedHashSet<>()).add(from);
        }
    }

    /** What the hop calls itself. */
    public Set<Ref> calls(Ref hop) {
        return Set.copyOf(calls.getOrDefault(hop, Set.of()));
    }

    /** Everything the hop calls, near or far. */
    public Set<Ref> dependencies(Ref hop) {
        return reach(hop, calls);
    }

    /** Everything that fails with the hop. */
    public Set<Ref> dependents(Ref hop) {
        return reach(hop, hardCallers);
    }

    public boolean dependsOn(Ref hop, Ref other) {
        return dependencies(hop).contains(other);
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

    private static Set<Ref> reach(Ref start, Map<Ref, Set<Ref>> edges) {
        Set<Ref> seen = new LinkedHashSet<>();
        Deque<Ref> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            for (Ref next : edges.getOrDefault(open.remove(), Set.of())) {
                if (!next.equals(start) && seen.add(next)) {
                    open.add(next);
                }
            }
        }
        return seen;
    }
}
