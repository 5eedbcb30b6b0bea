package dev.runside.server.intake.alerts;

import java.time.Instant;

/**
 * An occurrence, and when it was last heard of: that is kept in memory alone, and in numbers. As
 * objects, each repeat of each of very many alerts would leave some behind that only a collection
 * of the whole memory takes away.
 */
public final class Tracked {

    private static final long NEVER = Long.MAX_VALUE;
    private static final long IN_SECOND = 1_000_000_000;

    /** Of nanoseconds since the epoch, which a number has room for. */
    private static final long MOST_SECONDS = NEVER / IN_SECOND - 1;

    private final Occurrence occurrence;
    private volatile long heardAt;
    private volatile long until;

    Tracked(Occurrence occurrence, Instant heardAt) {
        this.occurrence = occurrence;
        this.heardAt = number(occurrence.staleSince().orElse(heardAt));
        this.until = number(occurrence.until());
    }

    public Occurrence occurrence() {
        return occurrence;
    }

    public Instant heardAt() {
        return time(heardAt);
    }

    /** How long its source vouches for it; silence after that is no sign that it is over. */
    public Instant until() {
        return time(until);
    }

    public boolean stale(Instant now) {
        return occurrence.open() && until < number(now);
    }

    /** Stale, and its incident was not told of it. */
    boolean newlyStale(Instant now) {
        return stale(now) && occurrence.staleSince().isEmpty() && occurrence.silencedBy().isEmpty();
    }

    void hear(Instant now, Instant vouchedUntil) {
        heardAt = number(now);
        until = number(vouchedUntil);
    }

    private static long number(Instant time) {
        return Math.abs(time.getEpochSecond()) > MOST_SECONDS
                ? NEVER
                : time.getEpochSecond() * IN_SECOND + time.getNano();
    }

    private static Instant time(long number) {
        return number == NEVER
                ? Instant.MAX
                : Instant.ofEpochSecond(
                        Math.floorDiv(number, IN_SECOND), Math.floorMod(number, IN_SECOND));
    }
}
