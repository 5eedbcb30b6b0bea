package dev.runside.bench.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What happens to each indicator: all events good for an hour, then bad for a quarter of an hour in
 * each two hours. Six groups take turns, so that one is bad at nearly any time.
 *
 * @param hours how long it takes
 */
record Course(int indicators, int hours) {

    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    static final int STEP_SECONDS = 10;
    static final int EVENTS = 30;
    static final int GROUPS = 6;

    private static final int QUIET_MINUTES = 60;
    private static final int PERIOD_MINUTES = 120;
    private static final int TURN_MINUTES = PERIOD_MINUTES / GROUPS;
    private static final int BAD_MINUTES = 15;

    /** So long after a group has turned bad both windows say so, and those of the last no more. */
    private static final int SURE_MINUTES = 13;

    /** Samples of each indicator. */
    int steps() {
        return hours * 3600 / STEP_SECONDS;
    }

    Instant time(int step) {
        return START.plusSeconds((long) step * STEP_SECONDS);
    }

    /** Whether the events up to a step are bad. */
    boolean bad(int indicator, int step) {
        int minutes =
                Math.floorDiv((step - 1) * STEP_SECONDS, 60)
                        - QUIET_MINUTES
                        - indicator % GROUPS * TURN_MINUTES;
        return minutes >= 0 && minutes % PERIOD_MINUTES < BAD_MINUTES;
    }

    /** Steps at which it is beyond doubt who burns. */
    List<Integer> sure() {
        int first = (QUIET_MINUTES + SURE_MINUTES) * 60 / STEP_SECONDS;
        return IntStream.iterate(
                        first,
                        step -> step < steps(),
                        step -> step + TURN_MINUTES * 60 / STEP_SECONDS)
                .boxed()
                .toList();
    }

    Duration at(int step) {
        return Duration.ofSeconds((long) step * STEP_SECONDS);
    }
}
