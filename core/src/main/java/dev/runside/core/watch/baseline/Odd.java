package dev.runside.core.watch.baseline;

import dev.runside.core.watch.anomaly.Usual;
import java.util.OptionalDouble;

/**
 * How far a value lies outside of what was usual.
 *
 * @param width the distance that counts as one
 */
record Odd(Usual usual, double width) {

    private static final double NARROW = 0.1;

    /** From there on a value is outside. */
    static final double OFF = 0.5;

    /**
     * @param hour how far apart values lie at this hour of the day, where that is known
     */
    static Odd of(Usual usual, OptionalDouble hour, Kind kind, boolean learned) {
        double lately = usual.high() - usual.low();
        double widest =
                Math.max(
                        Math.min(lately, hour.orElse(lately)),
                        Math.max(NARROW * Math.abs(usual.median()), kind.least()));
        return new Odd(usual, learned ? widest : 2 * widest);
    }

    /** In widths: positive above, negative below, 0 within. */
    double beyond(double value) {
        if (value > usual.high()) {
            return (value - usual.high()) / width;
        }
        return value < usual.low() ? (value - usual.low()) / width : 0;
    }

    boolean off(double value, boolean falls) {
        double beyond = beyond(value);
        return beyond >= OFF || falls && (beyond <= -OFF || silent(value));
    }

    /** How much further than on other days is still the same. */
    double slack(double value) {
        return Math.max(0.1 * width, 0.05 * Math.abs(value - usual.median()));
    }

    /** Far above everything that came lately. */
    boolean towers(double value, double widths) {
        return value - usual.most() > Math.max(widths * width, 2 * (usual.most() - usual.median()));
    }

    /** Next to nothing where there was always something. */
    boolean silent(double value) {
        return usual.least() > 0 && Math.abs(value) <= 0.05 * usual.median();
    }
}
