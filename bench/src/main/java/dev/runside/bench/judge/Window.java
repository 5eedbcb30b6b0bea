package dev.runside.bench.judge;

import java.util.stream.IntStream;

/** When something was wrong, in seconds; what is usual is taken from the two hours before. */
record Window(double from, double to) {

    private static final double BEFORE = 7_200;

    /** A sample of a minute speaks of the minute that ends with it. */
    private static final double SETTLED = 20;

    private static final double TRAILING = 40;

    double[] before(double[] times, double[] values) {
        return picked(times, values, from - BEFORE, Math.nextDown(from));
    }

    double[] since(double[] times, double[] values) {
        return picked(times, values, from + SETTLED, to + TRAILING);
    }

    private static double[] picked(double[] times, double[] values, double from, double to) {
        return Table.present(
                IntStream.range(0, times.length)
                        .filter(at -> times[at] >= from && times[at] <= to)
                        .mapToDouble(at -> values[at])
                        .toArray());
    }
}
