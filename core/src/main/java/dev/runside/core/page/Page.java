package dev.runside.core.page;

import dev.runside.core.Ref;
import dev.runside.core.state.Entry;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * One page about one incident.
 *
 * @param to whom it went first
 * @param told everybody it went to
 * @param rung how often it was sent or escalated
 * @param nextAt when something is next to be done, while waiting or sent
 */
public record Page(
        String id,
        String incident,
        Status status,
        Set<Ref> to,
        Set<Ref> told,
        int rung,
        Instant nextAt,
        Optional<Instant> sentAt,
        Optional<Ref> acknowledgedBy,
        Optional<Instant> endedAt,
        String reason)
        implements Entry {

    /** Waiting for the suspect to settle, out, or over in one of three ways. */
    public enum Status {
        WAITING,
        SENT,
        ACKNOWLEDGED,
        CANCELLED,
        HANDED_OVER
    }

    public Page {
        to = java.util.Collections.unmodifiableSet(new TreeSet<>(to));
        told = java.util.Collections.unmodifiableSet(new TreeSet<>(told));
    }

    @Override
    public String key() {
        return id;
    }

    public boolean pending() {
        return status == Status.WAITING || status == Status.SENT;
    }

    Page sent(Set<Ref> people, Instant now, Instant next) {
        Set<Ref> all = new TreeSet<>(told);
        all.addAll(people);
        return new Page(
                id,
                incident,
                Status.SENT,
                rung == 0 ? people : to,
                all,
                rung + 1,
                next,
                sentAt.or(() -> Optional.of(now)),
                acknowledgedBy,
                endedAt,
                reason);
    }

    Page sooner(Instant at) {
        return new Page(
                id, incident, status, to, told, rung, at, sentAt, acknowledgedBy, endedAt, reason);
    }

    Page over(Status end, Optional<Ref> by, Instant now, String why) {
        return new Page(
                id, incident, end, to, told, rung, nextAt, sentAt, by, Optional.of(now), why);
    }
}
