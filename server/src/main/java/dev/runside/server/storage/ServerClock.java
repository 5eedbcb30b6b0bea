package dev.runside.server.storage;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/**
 * The server's time, in milliseconds, which never goes back: not when the machine's clock is set
 * back, and not across restarts. While it is ahead of the machine's clock it runs a little slower,
 * until they meet again.
 */
public final class ServerClock implements InstantSource {

    private static final Duration NOTICED = Duration.ofSeconds(1);
    private static final double PACE_WHILE_AHEAD = 0.95;

    private final InstantSource wall;
    private final NanoTime monotonic;
    private Instant last;
    private long lastNanos;

    /** A source of nanoseconds that only ever grows, as {@link System#nanoTime}. */
    interface NanoTime {
        long nanos();
    }

    ServerClock(InstantSource wall, NanoTime monotonic, Instant notBefore) {
        this.wall = wall;
        this.monotonic = monotonic;
        this.last = later(wall.instant(), notBefore);
        this.lastNanos = monotonic.nanos();
    }

    @Override
    public synchronized Instant instant() {
        long nanos = monotonic.nanos();
        Instant slow = last.plusNanos(Math.round((nanos - lastNanos) * PACE_WHILE_AHEAD));
        last = later(wall.instant(), slow);
        lastNanos = nanos;
        return last.truncatedTo(ChronoUnit.MILLIS);
    }

    /**
     * How far it is ahead of the machine's clock, after that was set back; usually nothing. Others
     * keep the machine's time and not this one: what they say of time is later by as much here.
     */
    public synchronized Duration ahead() {
        Duration ahead = Duration.between(wall.instant(), last.truncatedTo(ChronoUnit.MILLIS));
        return ahead.compareTo(NOTICED) < 0 ? Duration.ZERO : ahead;
    }

    /** The machine's time, to compare with what others say of theirs. */
    public Instant machine() {
        return instant().minus(ahead());
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
