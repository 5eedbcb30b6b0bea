package dev.runside.core.run;

import java.util.Map;
import java.util.Set;

/**
 * Where a run stands. The transitions are this table and nothing else.
 *
 * <pre>
 *   DIAGNOSE ─► REMEDY ─► VERIFY ─► VERIFIED
 *      │           │         ├────► UNVERIFIED, INCONCLUSIVE (by way of UNDO where one is declared)
 *      │           └────────────► FAILED
 *      ├─► NOT_NEEDED            any step whose outcome nobody knows ─► UNKNOWN
 * </pre>
 */
public enum Phase {
    DIAGNOSE,
    REMEDY,
    VERIFY,
    UNDO,
    VERIFIED,
    NOT_NEEDED,
    FAILED,
    UNVERIFIED,
    INCONCLUSIVE,
    UNKNOWN;

    private static final Map<Phase, Set<Phase>> NEXT =
            Map.of(
                    DIAGNOSE, Set.of(DIAGNOSE, REMEDY, NOT_NEEDED, FAILED, UNKNOWN),
                    REMEDY, Set.of(REMEDY, DIAGNOSE, VERIFY, NOT_NEEDED, UNDO, FAILED, UNKNOWN),
                    VERIFY, Set.of(VERIFIED, UNDO, UNVERIFIED, INCONCLUSIVE),
                    UNDO, Set.of(UNDO, FAILED, UNVERIFIED, INCONCLUSIVE, UNKNOWN));

    public boolean active() {
        return NEXT.containsKey(this);
    }

    /** True while a step is with the agent or waits for it. */
    public boolean stepping() {
        return this == DIAGNOSE || this == REMEDY || this == UNDO;
    }

    public boolean mayBecome(Phase next) {
        return NEXT.getOrDefault(this, Set.of()).contains(next);
    }
}
