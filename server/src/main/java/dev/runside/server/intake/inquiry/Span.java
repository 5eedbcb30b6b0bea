package dev.runside.server.intake.inquiry;

import java.time.Duration;
import java.time.Instant;

/**
 * The times that are asked for, both ends included, each a multiple of the step since 1970.
 *
 * @param fresh a value that is older when it is asked for is no data
 */
record Span(Instant start, Instant end, Duration step, Duration fresh) {

    /** So many points of a series at once: a long past is asked for in parts. */
    static final long MOST_POINTS = 1_000;

    Span {
        if (end.isBefore(start) || !step.isPositive()) {
            throw new IllegalArgumentException(start + " to " + end + " by " + step);
        }
    }

    /** The last multiple of a step that is not later. */
    static Instant floor(Instant time, Duration step) {
        long millis = step.toMillis();
        return Instant.ofEpochMilli(Math.floorDiv(time.toEpochMilli(), millis) * millis);
    }

    boolean contains(long millis) {
        return millis >= start.toEpochMilli() && millis <= end.toEpochMilli();
    }
}
