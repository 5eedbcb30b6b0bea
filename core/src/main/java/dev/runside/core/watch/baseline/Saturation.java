package dev.runside.core.watch.baseline;

import java.time.Instant;
import java.util.Optional;

/** A value against the most there can be: three minutes close to it are too many. */
final class Saturation {

    private static final double FULL = 0.9;
    private static final double FREE = 0.85;
    private static final int MINUTES = 3;

    private final double capacity;
    private int full;
    private int free = MINUTES;
    private Instant since = Instant.EPOCH;

    Saturation(double capacity) {
        this.capacity = capacity;
    }

    void add(Instant time, double value) {
        if (value >= FULL * capacity) {
            since = full == 0 ? time : since;
            full++;
            free = 0;
        } else if (value < FREE * capacity && ++free >= MINUTES) {
            full = 0;
        }
    }

    Optional<Says.Odd> says(Wording wording, double value) {
        return full >= MINUTES
                ? Optional.of(new Says.Odd(wording.full(value, capacity, full), since, true))
                : Optional.empty();
    }
}
