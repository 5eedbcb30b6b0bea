package dev.runside.core.watch.anomaly;

/**
 * How coarse an indicator is, from two sides: the lowest size it ever had, zero aside, and the
 * smallest step it ever made. Counts move by chance about as the root of their level times their
 * unit.
 */
final class Grains {

    private static final double HALF = 0.5;

    private double lowest;
    private double step;
    private double last = Double.NaN;

    void add(double value) {
        lowest = smaller(lowest, Math.abs(value));
        step = Double.isNaN(last) ? step : smaller(step, Math.abs(value - last));
        last = value;
    }

    private static double smaller(double known, double size) {
        return size == 0 || (known > 0 && known < size) ? known : size;
    }

    /** What to take for chance at that level. */
    double at(double level, Kind kind) {
        double unit = unit(kind);
        return HALF * Math.sqrt(unit * Math.max(Math.abs(level), unit));
    }

    private double unit(Kind kind) {
        return switch (kind) {
            case LOWEST -> lowest;
            case STEP -> step;
        };
    }

    /** What is taken for the unit. */
    enum Kind {
        /** What never comes near zero has to move by more of its level. */
        LOWEST,
        STEP
    }
}
