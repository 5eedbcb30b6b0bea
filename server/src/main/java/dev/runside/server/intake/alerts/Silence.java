package dev.runside.server.intake.alerts;

import dev.runside.core.Ref;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Keeps alerts from becoming findings from one time to another. They are stored and counted.
 *
 * @param source where it holds for the alerts of one source alone: a source silences only itself
 * @param createdBy who did, by the token
 */
public record Silence(
        UUID id,
        Optional<Ref> source,
        List<Matcher> matchers,
        Instant startsAt,
        Instant endsAt,
        Instant updatedAt,
        String createdBy,
        String comment) {

    /** As of a moment. */
    public enum State {
        ACTIVE,
        PENDING,
        EXPIRED
    }

    public Silence {
        matchers = List.copyOf(matchers);
    }

    public State state(Instant now) {
        if (!endsAt.isAfter(now)) {
            return State.EXPIRED;
        }
        return startsAt.isAfter(now) ? State.PENDING : State.ACTIVE;
    }

    public boolean covers(Ref whose, LabelSet labels) {
        return source.filter(only -> !only.equals(whose)).isEmpty()
                && matchers.stream().allMatch(matcher -> matcher.matches(labels));
    }

    Silence endingAt(Instant end, Instant now) {
        return new Silence(
                id,
                source,
                matchers,
                startsAt.isAfter(end) ? end : startsAt,
                end,
                now,
                createdBy,
                comment);
    }
}
