package dev.runside.server.intake.tally;

import java.time.Instant;

/** How many there were in the last minute, to five seconds. */
final class Rate {

    private static final int PARTS = 12;
    private static final long PART_MILLIS = 60_000 / PARTS;

    private final long[] counts = new long[PARTS];
    private long newest;

    void add(Instant now, long times) {
        turnTo(now);
        counts[(int) (newest % PARTS)] += times;
    }

    long perMinute(Instant now) {
        turnTo(now);
        long sum = 0;
        for (long count : counts) {
            sum += count;
        }
        return sum;
    }

    /** A clock that steps back stays where it was. */
    private void turnTo(Instant now) {
        long part = now.toEpochMilli() / PART_MILLIS;
        for (long next = Math.max(newest + 1, part - PARTS + 1); next <= part; next++) {
            counts[(int) (next % PARTS)] = 0;
        }
        newest = Math.max(newest, part);
    }
}
