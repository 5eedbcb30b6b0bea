package dev.runside.core.locate;

import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How a number was before something went wrong, and how it is since.
 *
 * @param strength by how many of its usual spreads it rose
 */
public record Departure(double usual, double now, double strength) {

    /** From this strength on it is no chance. */
    public static final double CLEAR = 3;

    /** Of a series, so many neighbours are taken as one: a single value may stray. */
    private static final int TOGETHER = 3;

    /**
     * Of two stretches of one series.
     *
     * @param resolution the smallest change that means anything
     * @return empty when there is too little of either to say anything
     */
    public static Optional<Departure> ofSeries(double[] before, double[] since, double resolution) {
        if (before.length < Usual.FEWEST || since.length == 0) {
            return Optional.empty();
        }
        boolean few = before.length < TOGETHER + Usual.FEWEST - 1;
        Usual usual = Usual.of(few ? before : smoothed(before), resolution);
        double now = Usual.quantile(few ? since : smoothed(since), 0.5);
        return Optional.of(new Departure(usual.level(), now, usual.strength(now)));
    }

    /** Of things that each took their own time, such as calls: the more of them, the surer. */
    public static Optional<Departure> ofEach(double[] before, double[] since, double resolution) {
        if (before.length < Usual.FEWEST || since.length == 0) {
            return Optional.empty();
        }
        Usual usual = Usual.of(before, resolution);
        double now = Usual.quantile(since, 0.5);
        double strength = usual.strength(now) * Math.sqrt(since.length);
        return Optional.of(new Departure(usual.level(), now, strength));
    }

    public boolean rose() {
        return strength > CLEAR;
    }

    public double excess() {
        return now - usual;
    }

    private static double[] smoothed(double[] values) {
        int together = Math.min(TOGETHER, values.length);
        return IntStream.rangeClosed(0, values.length - together)
                .mapToDouble(from -> mean(values, from, from + together))
                .toArray();
    }

    private static double mean(double[] values, int from, int to) {
        return IntStream.range(from, to).mapToDouble(at -> values[at]).sum() / (to - from);
    }
}
