package dev.runside.server.web.flow;

import java.util.List;

/** A map in the form that a template draws, in pixels. */
public record Drawing(int width, int height, List<Band> bands, List<Line> lines, List<Box> boxes) {

    public Drawing {
        bands = List.copyOf(bands);
        lines = List.copyOf(lines);
        boxes = List.copyOf(boxes);
    }

    /** What belongs to one product, or a shared system. */
    public record Band(String label, int x, int y, int width, int height) {}

    /**
     * A hop.
     *
     * @param facts its lines between name and health
     */
    public record Box(HopCard card, List<String> facts, int x, int y, int width, int height) {
        public Box {
            facts = List.copyOf(facts);
        }
    }

    /**
     * A call or a feed.
     *
     * @param path where it runs
     * @param head its arrow's head
     * @param label what is fed; empty for a call
     */
    public record Line(
            boolean feed, String path, String head, String label, Spot labelAt, List<Mark> marks) {
        public Line {
            marks = List.copyOf(marks);
        }
    }

    /**
     * Where a seam is crossed.
     *
     * @param upright true where the line runs across, so that the mark stands upright
     */
    public record Mark(int x, int y, boolean upright) {}

    /** A point. */
    public record Spot(int x, int y) {}
}
