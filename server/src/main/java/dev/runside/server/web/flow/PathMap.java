package dev.runside.server.web.flow;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Catalog;
import dev.runside.core.catalog.Flow;
import dev.runside.core.catalog.Product;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A flow's path and what is fed from and into it, laid out in columns and two rows.
 *
 * <pre>
 *   row 0    web ──► relay ──► store ──► database
 *                      ┆
 *   row 1              └┄┄► rollup              feeds
 * </pre>
 */
record PathMap(List<Place> places, List<Link> links) {

    PathMap {
        places = List.copyOf(places);
        links = List.copyOf(links);
    }

    /** Where a hop stands. */
    record Place(Ref hop, int column, int row) {}

    /**
     * A call, or a feed.
     *
     * @param dataset what is fed; empty for a call
     */
    record Link(Ref from, Ref to, Optional<String> dataset, Optional<Seam> seam) {

        boolean feed() {
            return dataset.isPresent();
        }
    }

    static PathMap of(Flow flow, Catalog catalog) {
        Map<Ref, Place> places = new LinkedHashMap<>();
        List<Link> links = new ArrayList<>();
        for (Ref hop : flow.path()) {
            places.putIfAbsent(hop, new Place(hop, places.size(), 0));
        }
        for (int hop = 0; hop + 1 < flow.path().size(); hop++) {
            links.add(call(flow.path().get(hop), flow.path().get(hop + 1), catalog));
        }
        Set<Integer> taken = new HashSet<>();
        for (Product.Feed feed : catalog.graph().feeds()) {
            if (flow.path().contains(feed.from()) || flow.path().contains(feed.to())) {
                place(feed, places, taken);
                links.add(fed(feed, catalog));
            }
        }
        return new PathMap(List.copyOf(places.values()), links);
    }

    /** What is fed stands one column on, what feeds stands one column before. */
    private static void place(Product.Feed feed, Map<Ref, Place> places, Set<Integer> taken) {
        Place from = places.get(feed.from());
        Place to = places.get(feed.to());
        if (from != null && to == null) {
            places.put(feed.to(), below(feed.to(), from.column() + 1, taken));
        } else if (from == null && to != null) {
            places.put(feed.from(), below(feed.from(), Math.max(0, to.column() - 1), taken));
        }
    }

    private static Place below(Ref hop, int wished, Set<Integer> taken) {
        int column = wished;
        while (!taken.add(column)) {
            column++;
        }
        return new Place(hop, column, 1);
    }

    private static Link call(Ref from, Ref to, Catalog catalog) {
        return new Link(from, to, Optional.empty(), Seam.between(from, to, catalog));
    }

    private static Link fed(Product.Feed feed, Catalog catalog) {
        return new Link(
                feed.from(),
                feed.to(),
                Optional.of(feed.dataset()),
                Seam.between(feed.from(), feed.to(), catalog));
    }

    Place place(Ref hop) {
        return places.stream().filter(place -> place.hop().equals(hop)).findFirst().orElseThrow();
    }

    int columns() {
        return places.stream().mapToInt(Place::column).max().orElse(0) + 1;
    }

    int rows() {
        return places.stream().mapToInt(Place::row).max().orElse(0) + 1;
    }
}
