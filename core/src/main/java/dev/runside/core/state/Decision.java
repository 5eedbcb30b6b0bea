package dev.runside.core.state;

import java.util.List;
import java.util.Optional;

/**
 * What one input leads to. Committed as a whole or not at all.
 *
 * @param refusal why an act asked for by a caller was not done; then nothing is written but its
 *     audit line
 */
public record Decision(
        List<Write> writes,
        List<Line> lines,
        List<Effect> effects,
        List<AuditLine> audit,
        Optional<Refusal> refusal) {

    public Decision {
        writes = List.copyOf(writes);
        lines = List.copyOf(lines);
        effects = List.copyOf(effects);
        audit = List.copyOf(audit);
    }

    /**
     * @param fix what the caller can do about it
     */
    public record Refusal(Reason reason, String detail, String fix) {}

    /** Which kind of refusal it is. */
    public enum Reason {
        NOT_FOUND,
        NOT_ALLOWED,
        CONFLICT
    }

    public boolean isEmpty() {
        return writes.isEmpty() && lines.isEmpty() && effects.isEmpty() && audit.isEmpty();
    }
}
