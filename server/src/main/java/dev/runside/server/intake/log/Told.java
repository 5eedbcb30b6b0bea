package dev.runside.server.intake.log;

import dev.runside.core.signal.Signal;
import java.util.UUID;

/** A signal, and what makes it the same occurrence when it is told again. */
public record Told(UUID key, Signal signal, As as) {

    /** How it is known, and whether it stands in the log. */
    enum As {
        /** Under the id that its source gave it. */
        ID,
        /** By a row that is stored with it, bears its key and says whether it is new. */
        ROW,
        /** Under a key of its own; for indicators that count it, and for nobody else. */
        COUNTED
    }

    public static Told byId(Signal signal) {
        return new Told(OccurrenceKey.of(signal), signal, As.ID);
    }

    /** New when the row with this key is: it needs no key of its own. */
    public static Told byRow(UUID key, Signal signal) {
        return new Told(key, signal, As.ROW);
    }

    /** Does not come to the log: a state that was said once more. */
    public static Told counted(UUID key, Signal signal) {
        return new Told(key, signal, As.COUNTED);
    }

    boolean logged() {
        return as != As.COUNTED;
    }
}
