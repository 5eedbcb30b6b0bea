package dev.runside.server.intake.log;

import dev.runside.core.signal.Signal;
import dev.runside.server.intake.Digest;
import java.util.UUID;

/** What makes a signal the same occurrence: who says it, and the id it gave it. */
final class OccurrenceKey {

    private OccurrenceKey() {}

    static UUID of(Signal signal) {
        return new Digest().add(signal.source().toString()).add(signal.id()).uuid();
    }
}
