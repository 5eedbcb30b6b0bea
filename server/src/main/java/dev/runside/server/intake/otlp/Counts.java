package dev.runside.server.intake.otlp;

import java.util.Arrays;

/**
 * What a point has counted.
 *
 * @param total a sum's value, or a histogram's count
 * @param buckets a histogram's bucket counts, one more than bounds; none for a sum
 * @param bounds upper bounds, in the metric's unit, ascending
 */
@SuppressWarnings("ArrayRecordComponent")
record Counts(double total, double[] buckets, double[] bounds) {

    private static final double[] NONE = {};

    static Counts ofSum(double total) {
        return new Counts(total, NONE, NONE);
    }

    /** One measured value: every bound can be asked for. */
    static Counts ofOne(double value) {
        return new Counts(1, new double[] {1, 0}, new double[] {value});
    }

    static Counts ofHistogram(double count, double[] buckets, double[] bounds) {
        return new Counts(count, buckets, bounds);
    }

    /**
     * What was measured, all together: of a histogram as if each lay in the middle of its bucket.
     */
    double sum() {
        if (buckets.length != bounds.length + 1 || bounds.length == 0) {
            return total;
        }
        if (bounds.length == 1 && buckets[1] == 0) {
            return total * bounds[0];
        }
        double sum =
                buckets[0] * bounds[0] / 2 + buckets[bounds.length] * bounds[bounds.length - 1];
        for (int at = 1; at < bounds.length; at++) {
            sum += buckets[at] * (bounds[at - 1] + bounds[at]) / 2;
        }
        return sum;
    }

    /** How many were measured. */
    double events() {
        return bounds.length == 0 ? 1 : total;
    }

    boolean isNumber() {
        return Double.isFinite(total);
    }

    boolean sound() {
        return Double.isFinite(total)
                && total >= 0
                && Arrays.stream(buckets).allMatch(count -> count >= 0);
    }

    boolean hasBuckets() {
        return buckets.length > 0 && buckets.length == bounds.length + 1;
    }

    boolean likeShapedAs(Counts other) {
        return buckets.length == other.buckets.length && Arrays.equals(bounds, other.bounds);
    }

    /** True when something in it is smaller than it was: it has begun anew. */
    boolean fellBehind(Counts before) {
        if (total < before.total) {
            return true;
        }
        for (int at = 0; at < buckets.length; at++) {
            if (buckets[at] < before.buckets[at]) {
                return true;
            }
        }
        return false;
    }

    Counts since(Counts before) {
        double[] increase = new double[buckets.length];
        for (int at = 0; at < buckets.length; at++) {
            increase[at] = buckets[at] - before.buckets[at];
        }
        return new Counts(total - before.total, increase, bounds);
    }

    /** How many lie in buckets that end at or under a bound. Nothing is interpolated. */
    double upTo(double bound) {
        double good = 0;
        double slack = Math.abs(bound) * 1e-9;
        for (int at = 0; at < bounds.length && bounds[at] <= bound + slack; at++) {
            good += buckets[at];
        }
        return good;
    }
}
