package dev.runside.server.intake.log;

import dev.runside.core.signal.Signal;
import java.util.UUID;

/**
 * A signal, and what makes it the same occurrence when it is told again.
 *
 * @param byRow whether a row that is stored with it bears that key, and says whether it is new
 */
public record Told(UUID key, Signal signal, boolean byRow) {

    public static Told byId(Signal signal) {
        return new Told(OccurrenceKey.of(signal), signal, false);
    }

    /** New when the row with this key is: it needs no key of its own. */
    public static Told byRow(UUID key, Signal signal) {
        return new Told(key, signal, true);
    }
}
