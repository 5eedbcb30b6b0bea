package dev.runside.core.locate;

import java.util.Arrays;

/**
 * How a number usually is: its median, and how far it strays. A quarter of the values may be from
 * other troubles and move neither.
 */
public record Usual(double level, double spread) {

    private static final double NORMAL_QUARTILE = 0.6745;

    /** Fewer values say nothing of what is usual. */
    public static final int FEWEST = 3;

    /**
     * @param resolution the smallest change that means anything, in the unit of the values
     * @throws IllegalArgumentException when there are fewer than {@link #FEWEST}
     */
    public static Usual of(double[] values, double resolution) {
        if (values.length < FEWEST) {
            throw new IllegalArgumentException(
                    values.length + " values say nothing of what is usual; give " + FEWEST);
        }
        double level = quantile(values, 0.5);
        double stray =
                quantile(
                        Arrays.stream(values).map(value -> Math.abs(value - level)).toArray(), 0.5);
        double above = quantile(values, 0.75) - level;
        double spread = Math.max(stray, above) / NORMAL_QUARTILE;
        return new Usual(level, Math.max(spread, resolution));
    }

    /** By how many spreads a value is above the level; negative when it is below. */
    public double strength(double value) {
        return (value - level) / spread;
    }

    /**
     * @param share 0 to 1, between the lowest and the highest
     */
    public static double quantile(double[] values, double share) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double at = share * (sorted.length - 1);
        int below = (int) at;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }
}
