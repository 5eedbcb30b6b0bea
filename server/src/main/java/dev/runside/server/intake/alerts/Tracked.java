package dev.runside.server.intake.alerts;

import java.time.Instant;

/** An occurrence, and when it was last heard of: that is kept in memory alone. */
public final class Tracked {

    private final Occurrence occurrence;
    private volatile Instant heardAt;
    private volatile Instant until;

    Tracked(Occurrence occurrence, Instant heardAt) {
        this.occurrence = occurrence;
        this.heardAt = occurrence.staleSince().orElse(heardAt);
        this.until = occurrence.until();
    }

    public Occurrence occurrence() {
        return occurrence;
    }

    public Instant heardAt() {
        return heardAt;
    }

    /** How long its source vouches for it; silence after that is no sign that it is over. */
    public Instant until() {
        return until;
    }

    public boolean stale(Instant now) {
        return occurrence.open() && until.isBefore(now);
    }

    /** Stale, and its incident was not told of it. */
    boolean newlyStale(Instant now) {
        return stale(now) && occurrence.staleSince().isEmpty() && occurrence.silencedBy().isEmpty();
    }

    void hear(Instant now, Instant vouchedUntil) {
        heardAt = now;
        until = vouchedUntil;
    }
}
