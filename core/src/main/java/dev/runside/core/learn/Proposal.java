package dev.runside.core.learn;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Runbook;
import dev.runside.core.state.Entry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A runbook drafted from incidents that were resolved alike.
 *
 * @param runbook as it would be, with no digest yet: it is no definition
 * @param from those it was learnt of, oldest first
 * @param missing what a person has to add before it can be trusted; empty when nothing
 * @param owner whose product it would heal
 */
public record Proposal(
        String name,
        Runbook runbook,
        List<Resolution> from,
        List<String> missing,
        Ref owner,
        Instant at,
        State state,
        Optional<Decided> decided)
        implements Entry {

    /** What became of it. */
    public enum State {
        OPEN,
        PROMOTED,
        DISMISSED
    }

    /** Who decided, and why. */
    public record Decided(Ref by, Instant at, String reason) {}

    public Proposal {
        from = List.copyOf(from);
        missing = List.copyOf(missing);
    }

    @Override
    public String key() {
        return name;
    }

    public boolean open() {
        return state == State.OPEN;
    }

    Proposal decided(State next, Decided decision) {
        return new Proposal(name, runbook, from, missing, owner, at, next, Optional.of(decision));
    }
}
