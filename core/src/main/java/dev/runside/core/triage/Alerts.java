package dev.runside.core.triage;

import java.time.Instant;
import java.util.Optional;

/**
 * The alerts of one name at one subject, which are one finding: a person reads how many they are,
 * not each.
 *
 * @param holding how many hold; 0 for a finding that no alert told of
 * @param stale how many of those their sources no longer repeat
 * @param staleSince since when that is so of all of them
 */
public record Alerts(int holding, int stale, Optional<Instant> staleSince) {

    public static final Alerts NONE = new Alerts(0, 0, Optional.empty());

    static final Alerts ONE = new Alerts(1, 0, Optional.empty());

    Alerts more() {
        return new Alerts(holding + 1, stale, Optional.empty());
    }

    Alerts fewer(boolean wasStale, Instant at) {
        return counted(holding - 1, wasStale ? stale - 1 : stale, at);
    }

    Alerts stale(Instant since) {
        return counted(holding, stale + 1, since);
    }

    Alerts repeated() {
        return new Alerts(holding, stale - 1, Optional.empty());
    }

    private Alerts counted(int nowHolding, int nowStale, Instant at) {
        boolean all = nowHolding > 0 && nowStale >= nowHolding;
        return new Alerts(
                nowHolding,
                nowStale,
                all ? staleSince.or(() -> Optional.of(at)) : Optional.empty());
    }

    /** What a sentence about one of them says besides; empty when there is only one. */
    String said() {
        return holding > 1 ? " (" + holding + " alerts)" : "";
    }
}
