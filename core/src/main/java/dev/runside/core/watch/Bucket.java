package dev.runside.core.watch;

import java.time.Instant;

/**
 * Ten seconds of an indicator: what is stored, replayed and backtested.
 *
 * @param start aligned to ten seconds
 * @param samples how many samples were folded in; none is no data, which is never success
 */
public record Bucket(Instant start, double good, double total, int samples) {

    public static final int SECONDS = 10;

    static long index(Instant time) {
        return Math.floorDiv(time.getEpochSecond(), SECONDS);
    }

    static Instant start(long index) {
        return Instant.ofEpochSecond(index * SECONDS);
    }

    /** The bucket that an instant falls into, with nothing in it. */
    public static Bucket empty(Instant time) {
        return new Bucket(start(index(time)), 0, 0, 0);
    }

    public Bucket plus(Sample sample) {
        return new Bucket(start, good + sample.good(), total + sample.total(), samples + 1);
    }

    double bad() {
        return total - good;
    }
}
