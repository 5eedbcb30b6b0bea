package dev.runside.core.watch.anomaly;

/**
 * What the last values of an indicator are like, in their own unit.
 *
 * @param low one in forty lies below
 * @param high one in forty lies above
 */
public record Usual(double least, double low, double median, double high, double most) {

    private static final double TAIL = 0.025;

    static Usual of(Sorted values) {
        return new Usual(
                values.quantile(0),
                values.quantile(TAIL),
                values.median(),
                values.quantile(1 - TAIL),
                values.quantile(1));
    }
}
