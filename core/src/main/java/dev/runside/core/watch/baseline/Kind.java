package dev.runside.core.watch.baseline;

/** What of a minute is compared. */
public enum Kind {
    /** The share of bad events, of which only a rise is wrong. */
    SHARE(0.02, false, 10),
    /** Events a minute. */
    RATE(3, true, 0),
    /** Events a minute; that none came is a number as well, and only a rise is wrong. */
    COUNT(3, false, 0),
    /** The mean of what was measured. */
    MEAN(1e-9, true, 0);

    private final double least;
    private final boolean falls;
    private final double enough;

    Kind(double least, boolean falls, double enough) {
        this.least = least;
        this.falls = falls;
        this.enough = enough;
    }

    /** Usual values are taken to lie at least so far apart. */
    double least() {
        return least;
    }

    boolean falls() {
        return falls;
    }

    /** With fewer events nothing can be said. */
    double enough() {
        return enough;
    }

    double value(double good, double total, int samples) {
        return switch (this) {
            case SHARE -> Math.max(0, total - good) / total;
            case RATE, COUNT -> total;
            case MEAN -> total / samples;
        };
    }
}
