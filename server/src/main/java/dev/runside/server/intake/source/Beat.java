package dev.runside.server.intake.source;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.OptionalLong;

/**
 * How regularly something is heard, by the gaps between its last arrivals. Only what comes like a
 * beat can be missed: tickets and deploys cannot.
 */
final class Beat {

    /** How many gaps make a beat. */
    static final int GAPS = 32;

    /** So many of them may be longer than twice the middle one: an export lost, a restart. */
    private static final int MISSES = 3;

    /** Parts of one export arrive together. */
    private static final long TOGETHER_MILLIS = 500;

    private static final long SHORTEST_SILENCE_MILLIS = 60_000;
    private static final int MISSED = 6;
    private static final int BEYOND_LONGEST = 2;

    private final long[] gaps = new long[GAPS];
    private int count;
    private Instant last;
    private Instant alive;

    private Beat(Instant first) {
        this.last = first;
        this.alive = first;
    }

    static Beat begin(Instant now) {
        return new Beat(now);
    }

    /** A beat known from before a restart, last heard at the restart. */
    static Beat known(long usualMillis, Instant restart) {
        var beat = new Beat(restart);
        Arrays.fill(beat.gaps, usualMillis);
        beat.count = GAPS;
        return beat;
    }

    void heard(Instant now) {
        long gap = Duration.between(last, now).toMillis();
        if (gap >= TOGETHER_MILLIS) {
            gaps[count++ % GAPS] = gap;
            last = now;
        }
    }

    /** Heard of by something that keeps no beat: it makes no gap, and ends a silence. */
    void alive(Instant now) {
        alive = now;
    }

    Instant last() {
        return last.isAfter(alive) ? last : alive;
    }

    /** The middle gap in milliseconds; empty while it is no beat. */
    OptionalLong usualMillis() {
        if (count < GAPS) {
            return OptionalLong.empty();
        }
        long[] sorted = gaps.clone();
        Arrays.sort(sorted);
        long middle = sorted[GAPS / 2];
        return sorted[GAPS - 1 - MISSES] <= 2 * middle
                ? OptionalLong.of(middle)
                : OptionalLong.empty();
    }

    boolean silent(Instant now) {
        OptionalLong usual = usualMillis();
        return usual.isPresent()
                && Duration.between(last(), now).toMillis() > boundMillis(usual.getAsLong());
    }

    private long boundMillis(long usual) {
        long longest = Arrays.stream(gaps).max().orElseThrow();
        return Math.max(
                SHORTEST_SILENCE_MILLIS, Math.max(MISSED * usual, BEYOND_LONGEST * longest));
    }
}
