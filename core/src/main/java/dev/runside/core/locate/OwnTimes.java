package dev.runside.core.locate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How long each span took itself: without what its children took. A child that ran, but for a
 * tenth, within a sibling of its own place was that sibling's to wait for, as frameworks without
 * threads of their own report it.
 */
public final class OwnTimes {

    private static final double WITHIN = 0.9;
    private static final Comparator<Span> BY_START =
            Comparator.comparingDouble(Span::start).thenComparing(Span::id);

    private final Map<String, List<Span>> children = new HashMap<>();
    private final Set<String> callers = new HashSet<>();

    private OwnTimes() {}

    /**
     * @param seconds what the span took itself
     * @param peer the place it called, when it called another one
     */
    public record OwnTime(Span span, double seconds, Optional<String> peer) {}

    /** Of the spans of whole traces, in their order. */
    public static List<OwnTime> of(Collection<Span> spans) {
        var times = new OwnTimes();
        Map<String, Span> byId = new HashMap<>();
        spans.forEach(span -> byId.put(key(span, span.id()), span));
        spans.forEach(span -> times.enter(span, byId));
        spans.forEach(times::nest);
        return spans.stream().map(times::own).toList();
    }

    private static String key(Span span, String id) {
        return span.trace() + "/" + id;
    }

    private void enter(Span span, Map<String, Span> byId) {
        String parent = key(span, span.parent());
        children.computeIfAbsent(parent, _ -> new ArrayList<>()).add(span);
        Span above = byId.get(parent);
        if (above != null && !above.place().equals(span.place())) {
            callers.add(parent);
        }
    }

    private void nest(Span span) {
        List<Span> siblings = children.getOrDefault(key(span, span.id()), List.of());
        for (Span child : List.copyOf(siblings)) {
            siblings.stream()
                    .filter(other -> contains(other, child))
                    .findFirst()
                    .ifPresent(other -> {
                        siblings.remove(child);
                        children.computeIfAbsent(key(other, other.id()), _ -> new ArrayList<>())
                                .add(child);
                    });
        }
    }

    private boolean contains(Span outer, Span inner) {
        return BY_START.compare(outer, inner) < 0
                && outer.place().equals(inner.place())
                && !callers.contains(key(outer, outer.id()))
                && inner.start() < outer.end()
                && Math.min(outer.end(), inner.end()) - inner.start() >= WITHIN * inner.length();
    }

    private OwnTime own(Span span) {
        List<Span> below = children.getOrDefault(key(span, span.id()), List.of());
        double covered = 0;
        double reached = span.start();
        for (Span child : below.stream().sorted(BY_START).toList()) {
            double from = Math.max(reached, child.start());
            double to = Math.min(span.end(), child.end());
            if (to > from) {
                covered += to - from;
                reached = to;
            }
        }
        Optional<String> peer =
                below.stream()
                        .map(Span::place)
                        .filter(place -> !place.equals(span.place()))
                        .reduce((_, last) -> last);
        return new OwnTime(span, Math.max(0, span.length() - covered), peer);
    }
}
