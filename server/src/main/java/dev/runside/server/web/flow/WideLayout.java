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
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** The path from left to right, feeds below it. */
final class WideLayout {

    static final int WIDTH = 176;
    static final int HEIGHT = 122;
    private static final int GAP = 72;
    private static final int LANE = 96;
    private static final int SIDE = 14;
    private static final int TOP = 34;
    private static final int PAD = 10;
    private static final int ASIDE = 24;

    private final PathMap map;
    private final Function<Ref, HopCard> cards;

    WideLayout(PathMap map, Function<Ref, HopCard> cards) {
        this.map = map;
        this.cards = cards;
    }

    Drawing draw() {
        boolean arcs = map.links().stream().anyMatch(this::arc);
        return new Drawing(
                2 * SIDE + map.columns() * WIDTH + (map.columns() - 1) * GAP,
                TOP
                        + map.rows() * HEIGHT
                        + (map.rows() - 1) * LANE
                        + SIDE
                        + (arcs && map.rows() == 1 ? LANE / 2 : 0),
                bands(),
                map.links().stream().map(this::line).toList(),
                map.places().stream().map(this::box).toList());
    }

    private Box box(Place place) {
        HopCard card = cards.apply(place.hop());
        List<String> facts = List.of(card.function(), card.owner());
        return new Box(card, facts, x(place), y(place), WIDTH, HEIGHT);
    }

    /** Neighbours of one row that belong together. */
    private List<Band> bands() {
        List<Band> bands = new ArrayList<>();
        List<Place> inOrder =
                map.places().stream()
                        .sorted(Comparator.comparing(Place::row).thenComparing(Place::column))
                        .toList();
        int from = 0;
        for (int to = 1; to <= inOrder.size(); to++) {
            if (to == inOrder.size() || !together(inOrder.get(to - 1), inOrder.get(to))) {
                bands.add(band(inOrder.get(from), inOrder.get(to - 1)));
                from = to;
            }
        }
        return bands;
    }

    private boolean together(Place one, Place next) {
        return one.row() == next.row()
                && one.column() + 1 == next.column()
                && group(one).equals(group(next));
    }

    private String group(Place place) {
        return cards.apply(place.hop()).group();
    }

    private Band band(Place first, Place last) {
        return new Band(
                group(first),
                x(first) - PAD,
                y(first) - PAD - 16,
                x(last) - x(first) + WIDTH + 2 * PAD,
                HEIGHT + 2 * PAD + 16);
    }

    private boolean arc(Link link) {
        return link.feed() && map.place(link.from()).row() == map.place(link.to()).row();
    }

    private Line line(Link link) {
        Place from = map.place(link.from());
        Place to = map.place(link.to());
        if (!link.feed()) {
            return call(link, from, to);
        }
        return arc(link)
                ? arc(link, from, to)
                : from.row() == 0 ? down(link, from, to) : up(link, from, to);
    }

    private Line call(Link link, Place from, Place to) {
        int y = middle(from);
        int start = x(from) + WIDTH;
        return new Line(
                false,
                "M%d %dH%d".formatted(start, y, x(to) - 9),
                right(x(to), y),
                "",
                new Spot(0, 0),
                marks(link, new Mark((start + x(to)) / 2, y, true)));
    }

    private Line down(Link link, Place from, Place to) {
        int x = centre(from) - ASIDE;
        int y = middle(to);
        return new Line(
                true,
                "M%d %dV%dq0 12 12 12H%d".formatted(x, y(from) + HEIGHT, y - 12, x(to) - 9),
                right(x(to), y),
                link.dataset().orElseThrow(),
                new Spot(x + 10, y - HEIGHT / 2 - LANE / 2 + 6),
                marks(link, new Mark(x, y(from) + HEIGHT + LANE / 3, false)));
    }

    private Line up(Link link, Place from, Place to) {
        int x = centre(to) + ASIDE;
        int y = middle(from);
        int bottom = y(to) + HEIGHT;
        String path =
                from.column() < to.column()
                        ? "M%d %dH%dq12 0 12 -12V%d"
                                .formatted(x(from) + WIDTH, y, x - 12, bottom + 9)
                        : "M%d %dV%d".formatted(x, y(from), bottom + 9);
        return new Line(
                true,
                path,
                "M%d %dl-5 9h10z".formatted(x, bottom),
                link.dataset().orElseThrow(),
                new Spot(x + 10, bottom + LANE / 2 + 6),
                marks(link, new Mark(x, bottom + LANE / 3, false)));
    }

    private Line arc(Link link, Place from, Place to) {
        int bottom = y(from) + HEIGHT;
        int low = bottom + 28;
        int start = centre(from) - ASIDE;
        int end = centre(to) + ASIDE;
        return new Line(
                true,
                "M%d %dV%dH%dV%d".formatted(start, bottom, low, end, bottom + 9),
                "M%d %dl-5 9h10z".formatted(end, bottom),
                link.dataset().orElseThrow(),
                new Spot(Math.min(start, end) + 8, low + 16),
                marks(link, new Mark((start + end) / 2, low, true)));
    }

    private static List<Mark> marks(Link link, Mark mark) {
        return link.seam().isPresent() ? List.of(mark) : List.of();
    }

    private static String right(int x, int y) {
        return "M%d %dl-9 -5v10z".formatted(x, y);
    }

    private static int x(Place place) {
        return SIDE + place.column() * (WIDTH + GAP);
    }

    private static int y(Place place) {
        return TOP + place.row() * (HEIGHT + LANE);
    }

    private static int middle(Place place) {
        return y(place) + HEIGHT / 2;
    }

    private static int centre(Place place) {
        return x(place) + WIDTH / 2;
    }
}
