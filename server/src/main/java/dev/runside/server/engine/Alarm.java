package dev.runside.server.engine;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Rings when its time has passed. It looks at no clock that somebody sets: set back by an hour, the
 * machine would hold up the estate for an hour.
 */
final class Alarm {

    private static final long NANOS_A_MILLI = 1_000_000;

    private final LongSupplier nanos;
    private long at;

    /** Rings at once. */
    Alarm(LongSupplier nanos) {
        this.nanos = nanos;
        this.at = nanos.getAsLong();
    }

    void setIn(Duration time) {
        at = nanos.getAsLong() + time.toNanos();
    }

    boolean rings() {
        return nanos.getAsLong() - at >= 0;
    }

    /** At least one. */
    long millisLeft() {
        return Math.max(1, (at - nanos.getAsLong()) / NANOS_A_MILLI);
    }
}
