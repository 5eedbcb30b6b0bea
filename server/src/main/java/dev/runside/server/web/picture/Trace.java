package dev.runside.server.web.picture;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * A series as a small picture, and the same in words.
 *
 * @param lines one path for each stretch without a gap
 * @param areas the same stretches, filled down to the ground
 * @param aim a line across, at what is aimed at; empty where nothing is
 * @param endX where the newest point is; beyond the left edge when the series ends in a gap
 * @param range the lowest and the highest value
 * @param words what a person who can't see it hears
 */
public record Trace(
        int width,
        int height,
        List<String> lines,
        List<String> areas,
        String aim,
        double endX,
        double endY,
        String range,
        String words) {

    private static final int AIR = 4;

    public Trace {
        lines = List.copyOf(lines);
        areas = List.copyOf(areas);
    }

    public boolean ends() {
        return endX >= 0;
    }

    /**
     * @param points oldest first, evenly spaced; NaN where nothing is known
     */
    public static Trace of(List<Double> points, int width, int height) {
        return of(points, width, height, Scale.fromZero(known(points)), "");
    }

    /**
     * @param unit said after the numbers, as in {@code a minute}
     */
    static Trace of(List<Double> points, int width, int height, Scale scale, String unit) {
        List<Double> known = known(points);
        return known.isEmpty()
                ? new Trace(width, height, List.of(), List.of(), "", -1, 0, "", "no data")
                : new Drawing(points, width, height, scale).trace(range(known), words(known, unit));
    }

    private static List<Double> known(List<Double> points) {
        return points.stream().filter(point -> !point.isNaN()).toList();
    }

    private static String range(List<Double> known) {
        return number(Collections.min(known)) + " to " + number(Collections.max(known));
    }

    private static String words(List<Double> known, String unit) {
        return "between %s and %s%s, last %s"
                .formatted(
                        number(Collections.min(known)),
                        number(Collections.max(known)),
                        unit.isEmpty() ? "" : " " + unit,
                        number(known.getLast()));
    }

    /** As few digits as it needs: {@code 1,790}, {@code 12.5}, {@code 0.031}. */
    public static String number(double value) {
        if (value >= 100 || value == Math.rint(value)) {
            return String.format(Locale.ROOT, "%,.0f", value);
        }
        return trimmed(String.format(Locale.ROOT, value >= 1 ? "%.1f" : "%.3f", value));
    }

    private static String trimmed(String number) {
        return number.replaceFirst("\\.?0+$", "");
    }

    /** One drawing under way. */
    private record Drawing(List<Double> points, int width, int height, Scale scale) {

        Trace trace(String range, String words) {
            List<String> lines = new ArrayList<>();
            List<String> areas = new ArrayList<>();
            int from = 0;
            while (from < points.size()) {
                int to = from;
                while (to < points.size() && !points.get(to).isNaN()) {
                    to++;
                }
                if (to > from) {
                    lines.add(line(from, to));
                    areas.add(area(from, to));
                }
                from = to + 1;
            }
            boolean ends = !points.getLast().isNaN();
            int last = points.size() - 1;
            return new Trace(
                    width,
                    height,
                    lines,
                    areas,
                    scale.aim().map(this::across).orElse(""),
                    ends ? x(last) : -1,
                    ends ? y(last) : 0,
                    range,
                    words);
        }

        private String line(int from, int to) {
            StringBuilder path = new StringBuilder();
            for (int point = from; point < to; point++) {
                path.append(point == from ? "M" : "L").append(at(x(point), y(point)));
            }
            return to - from > 1 ? path.toString() : path.append("h0.1").toString();
        }

        private String area(int from, int to) {
            return line(from, to) + "L" + at(x(to - 1), height) + "L" + at(x(from), height) + "Z";
        }

        private double x(int point) {
            int steps = Math.max(1, points.size() - 1);
            return AIR + (width - 2.0 * AIR) * point / steps;
        }

        private String across(double aim) {
            return "M" + at(AIR, level(aim)) + "H" + (width - AIR);
        }

        private double y(int point) {
            return level(points.get(point));
        }

        private double level(double value) {
            return height - 1 - (height - AIR - 1.0) * scale.share(value);
        }

        private static String at(double x, double y) {
            return String.format(Locale.ROOT, "%.1f %.1f", x, y);
        }
    }
}
