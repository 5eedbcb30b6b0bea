package dev.runside.server.web.flow;

import dev.runside.core.Ref;
import dev.runside.server.web.flow.Drawing.Band;
import dev.runside.server.web.flow.Drawing.Box;
import dev.runside.server.web.flow.Drawing.Line;
import dev.runside.server.web.flow.Drawing.Mark;
import dev.runside.server.web.flow.Drawing.Spot;
import dev.runside.server.web.flow.PathMap.Link;
import dev.runside.server.web.flow.PathMap.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The path from top to bottom, for a phone: what is fed stands indented below what feeds it. */
final class TallLayout {

    static final int HEIGHT = 100;
    private static final int WHOLE = 320;
    private static final int INDENT = 48;
    private static final int GAP = 58;
    private static final int TOP = 26;
    private static final int SPINE = 22;

    private final PathMap map;
    private final Function<Ref, HopCard> cards;
    private final List<Place> order = new ArrayList<>();
    private final Map<Ref, Integer> tops = new HashMap<>();

    TallLayout(PathMap map, Function<Ref, HopCard> cards) {
        this.map = map;
        this.cards = cards;
        arrange();
    }

    private void arrange() {
        for (Place place : map.places()) {
            if (place.row() == 0) {
                add(feeding(place));
                add(List.of(place));
                add(fedBy(place));
            }
        }
        for (Place place : order) {
            tops.put(place.hop(), TOP + tops.size() * (HEIGHT + GAP));
        }
    }

    private void add(List<Place> places) {
        places.stream().filter(place -> !order.contains(place)).forEach(order::add);
    }

    private List<Place> fedBy(Place place) {
        return map.links().stream()
                .filter(link -> link.feed() && link.from().equals(place.hop()))
                .map(link -> map.place(link.to()))
                .filter(other -> other.row() == 1)
                .toList();
    }

    private List<Place> feeding(Place place) {
        return map.links().stream()
                .filter(link -> link.feed() && link.to().equals(place.hop()))
                .map(link -> map.place(link.from()))
                .filter(other -> other.row() == 1)
                .toList();
    }

    Drawing draw() {
        return new Drawing(
                WHOLE,
                TOP + order.size() * (HEIGHT + GAP) - GAP + 6,
                bands(),
                map.links().stream().map(this::line).toList(),
                order.stream().map(this::box).toList());
    }

    private Box box(Place place) {
        HopCard card = cards.apply(place.hop());
        List<String> facts = List.of(card.function() + " · " + card.owner());
        return new Box(card, facts, x(place), y(place), WHOLE - 8 - x(place), HEIGHT);
    }

    /** Only headings: a name above the first box of each group. */
    private List<Band> bands() {
        List<Band> bands = new ArrayList<>();
        String last = "";
        for (Place place : order) {
            String group = cards.apply(place.hop()).group();
            if (!group.equals(last)) {
                bands.add(new Band(group, x(place) + 34, y(place) - 24, 0, 0));
            }
            last = group;
        }
        return bands;
    }

    private Line line(Link link) {
        Place from = map.place(link.from());
        Place to = map.place(link.to());
        if (!link.feed()) {
            return call(link, from, to);
        }
        if (from.row() == to.row()) {
            return arc(link, from, to);
        }
        return from.row() == 0 ? in(link, from, to) : out(link, from, to);
    }

    private Line call(Link link, Place from, Place to) {
        int start = y(from) + HEIGHT;
        int end = y(to);
        return new Line(
                false,
                "M%d %dV%d".formatted(SPINE, start, end - 9),
                "M%d %dl-5 -9h10z".formatted(SPINE, end),
                "",
                new Spot(0, 0),
                marks(link, new Mark(SPINE, end - GAP / 2, false)));
    }

    private Line in(Link link, Place from, Place to) {
        int x = SPINE + 12;
        int y = y(to) + HEIGHT / 2;
        return new Line(
                true,
                "M%d %dV%dq0 8 8 8H%d".formatted(x, y(from) + HEIGHT, y - 8, x(to) - 9),
                "M%d %dl-9 -5v10z".formatted(x(to), y),
                link.dataset().orElseThrow(),
                new Spot(x + 10, y(to) - GAP / 2 - 8),
                marks(link, new Mark(x, y(to) - GAP / 2 + 12, false)));
    }

    private Line out(Link link, Place from, Place to) {
        int x = SPINE + 12;
        int y = y(from) + HEIGHT / 2;
        return new Line(
                true,
                "M%d %dH%dq-8 0 -8 8V%d".formatted(x(from), y, x + 8, y(to) - 9),
                "M%d %dl-5 -9h10z".formatted(x, y(to)),
                link.dataset().orElseThrow(),
                new Spot(x + 10, y(to) - GAP / 2 - 4),
                marks(link, new Mark(x, y(to) - GAP / 2, false)));
    }

    private Line arc(Link link, Place from, Place to) {
        int right = WHOLE - 8;
        int start = y(from) + HEIGHT / 2 + 8;
        int end = y(to) + HEIGHT / 2 - 8;
        return new Line(
                true,
                "M%d %dH%dV%dH%d".formatted(right, start, WHOLE - 1, end, right + 3),
                "M%d %dl6 -4v8z".formatted(right, end),
                link.dataset().orElseThrow(),
                new Spot(WHOLE / 2, (start + end) / 2 + HEIGHT / 2 - 30),
                marks(link, new Mark(WHOLE - 1, (start + end) / 2, false)));
    }

    private static List<Mark> marks(Link link, Mark mark) {
        return link.seam().isPresent() ? List.of(mark) : List.of();
    }

    private static int x(Place place) {
        return place.row() == 0 ? 2 : INDENT;
    }

    private int y(Place place) {
        return tops.getOrDefault(place.hop(), TOP);
    }
}
