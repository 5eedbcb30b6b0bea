package dev.runside.core.run;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Action;
import dev.runside.core.state.Entry;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a person has an agent do during an incident, outside of any runbook.
 *
 * @param target the incident's suspect when it was asked for
 * @param waitingSince when it was asked for, or taken up again after a restart
 * @param sent when it was handed to the agent; absent while it waits
 * @param result what became of it; absent until it is known
 */
public record Deed(
        String id,
        String incident,
        Ref by,
        Ref target,
        Ref agent,
        Action action,
        Duration timeout,
        Instant waitingSince,
        Optional<Instant> sent,
        Optional<StepResult> result)
        implements Entry {

    /** What stands for the step's name in its key. */
    static final String STEP = "deed";

    @Override
    public String key() {
        return id;
    }

    /** The idempotency key: the same for every time it is offered. */
    public String stepKey() {
        return id + "/exec/" + STEP + "/1";
    }

    public boolean open() {
        return result.isEmpty();
    }

    /** Whether it only looks. */
    public boolean looks() {
        return action instanceof Action.Service service && service.verb() == Action.Verb.STATUS;
    }

    public boolean done() {
        return result.filter(r -> r.outcome() == StepResult.Outcome.DONE).isPresent();
    }

    /** Whether doing it twice does no harm. */
    public boolean idempotent() {
        return action.idempotent();
    }

    Deed sentAt(Instant now) {
        return new Deed(
                id,
                incident,
                by,
                target,
                agent,
                action,
                timeout,
                waitingSince,
                Optional.of(now),
                result);
    }

    Deed waitingFrom(Instant now) {
        return new Deed(
                id, incident, by, target, agent, action, timeout, now, sent.map(_ -> now), result);
    }

    Deed ended(StepResult outcome) {
        return new Deed(
                id,
                incident,
                by,
                target,
                agent,
                action,
                timeout,
                waitingSince,
                sent,
                Optional.of(outcome));
    }
}
