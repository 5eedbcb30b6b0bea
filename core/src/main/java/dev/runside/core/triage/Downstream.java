package dev.runside.core.triage;

import dev.runside.core.Ref;
import dev.runside.core.state.Draft;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which hops read a column, near or far: by the lineage of columns where jobs tell it, else by what
 * their jobs read and write.
 *
 * <pre>
 *   mails.channel ──job of rollup──► daily.channel ──job of board──► …
 * </pre>
 */
final class Downstream {

    /** A column of a data set, or any of them. */
    private record Place(String dataset, String column, List<String> path) {

        String name() {
            return column.isEmpty() ? dataset : dataset + "." + column;
        }
    }

    /** So many places are looked at for one column. */
    private static final int FURTHEST = 1_000;

    private final List<DataLink> links;
    private final List<DatasetShape> shapes;

    Downstream(Draft draft) {
        this.links = draft.all(DataLink.class).toList();
        this.shapes = draft.all(DatasetShape.class).toList();
    }

    /** Each hop with a sentence for each link that leads to it; the nearest first. */
    Map<Ref, List<String>> of(LostColumn lost) {
        Map<Ref, List<String>> hops = new LinkedHashMap<>();
        Set<String> seen = new HashSet<>();
        Deque<Place> open = new ArrayDeque<>();
        open.add(new Place(lost.dataset(), lost.column(), List.of()));
        while (!open.isEmpty() && seen.size() < FURTHEST) {
            Place place = open.remove();
            if (seen.add(place.name())) {
                links.stream()
                        .filter(link -> link.inputs().contains(place.dataset()))
                        .forEach(link -> follow(place, link, hops, open));
                readers(place)
                        .forEach(hop -> hops.putIfAbsent(hop, with(place, hop, reads(place))));
            }
        }
        return hops;
    }

    /** Who writes the data set: what lost it is theirs. */
    Stream<Ref> writers(String dataset) {
        return links.stream()
                .filter(link -> link.output().equals(dataset))
                .map(DataLink::hop)
                .distinct();
    }

    private static void follow(
            Place place, DataLink link, Map<Ref, List<String>> hops, Deque<Place> open) {
        if (link.columns().isEmpty()) {
            String does =
                    link.output().isEmpty()
                            ? "reads %s (inputs of its job %s)"
                                    .formatted(place.dataset(), link.job())
                            : "writes %s and reads %s (inputs of its job %s)"
                                    .formatted(link.output(), place.dataset(), link.job());
            reached(
                    place,
                    new Place(link.output(), "", with(place, link.hop(), does)),
                    link,
                    hops,
                    open);
            return;
        }
        made(place, link)
                .forEach(column -> {
                    String does =
                            "makes %s.%s of %s (column lineage of its job %s)"
                                    .formatted(link.output(), column, place.name(), link.job());
                    Place next = new Place(link.output(), column, with(place, link.hop(), does));
                    reached(place, next, link, hops, open);
                });
    }

    private static Stream<String> made(Place place, DataLink link) {
        return place.column().isEmpty()
                ? link.madeOfAny(place.dataset())
                : link.madeOf(place.name());
    }

    private static void reached(
            Place from, Place next, DataLink link, Map<Ref, List<String>> hops, Deque<Place> open) {
        hops.putIfAbsent(link.hop(), next.path());
        if (!next.dataset().isEmpty() && !next.dataset().equals(from.dataset())) {
            open.add(next);
        }
    }

    /** Those that were seen to read the column, and of which no job tells more. */
    private Stream<Ref> readers(Place place) {
        return shapes.stream()
                .filter(shape -> shape.dataset().equals(place.dataset()))
                .filter(shape ->
                        place.column().isEmpty()
                                || shape.columns().containsKey(place.column())
                                || shape.missing().containsKey(place.column()))
                .map(DatasetShape::reader)
                .filter(hop ->
                        links.stream()
                                .noneMatch(link ->
                                        link.hop().equals(hop)
                                                && link.inputs().contains(place.dataset())));
    }

    private static String reads(Place place) {
        return "reads " + place.name();
    }

    private static List<String> with(Place place, Ref hop, String does) {
        List<String> path = new ArrayList<>(place.path());
        path.add(hop + " " + does);
        return path;
    }
}
