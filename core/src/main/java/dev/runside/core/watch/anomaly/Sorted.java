package dev.runside.core.watch.anomaly;

import java.util.Arrays;

/** Numbers in ascending order, asked for their quantiles. */
final class Sorted {

    /** The share of a normal distribution below its mean plus one standard deviation. */
    private static final double ONE_DEVIATION = 0.84;

    private final double[] ascending;

    private Sorted(double[] ascending) {
        this.ascending = ascending;
    }

    /** Takes the array over. */
    static Sorted of(double[] numbers) {
        Arrays.sort(numbers);
        return new Sorted(numbers);
    }

    int size() {
        return ascending.length;
    }

    double quantile(double share) {
        int last = ascending.length - 1;
        return last < 0 ? 0 : ascending[Math.min(last, (int) (share * ascending.length))];
    }

    double median() {
        return quantile(0.5);
    }

    /** How far values usually lie above the median, in the unit of a standard deviation. */
    double above(Tail tail) {
        double median = median();
        return Math.max(
                (quantile(tail.share) - median) / tail.deviations,
                quantile(ONE_DEVIATION) - median);
    }

    /** How far values usually lie below the median, in the unit of a standard deviation. */
    double below(Tail tail) {
        double median = median();
        return Math.max(
                (median - quantile(1 - tail.share)) / tail.deviations,
                median - quantile(1 - ONE_DEVIATION));
    }

    /** Taken as sizes of errors: the standard deviation that all the given tails allow. */
    double deviation(Tail... tails) {
        double widest = median() * 1.4826;
        for (Tail tail : tails) {
            widest = Math.max(widest, quantile(tail.ofSizes) / tail.deviationsOfSizes);
        }
        return widest;
    }

    /** A quantile, and where a normal distribution has it. */
    enum Tail {
        TENTH(0.9, 1.2816, 0.9, 1.645),
        TWENTIETH(0.95, 1.645, 0.95, 1.96),
        HUNDREDTH(0.99, 2.326, 0.99, 2.326);

        private final double share;
        private final double deviations;
        private final double ofSizes;
        private final double deviationsOfSizes;

        Tail(double share, double deviations, double ofSizes, double deviationsOfSizes) {
            this.share = share;
            this.deviations = deviations;
            this.ofSizes = ofSizes;
            this.deviationsOfSizes = deviationsOfSizes;
        }
    }
}
