package dev.runside.server.engine;

import dev.runside.core.state.Decision;
import dev.runside.core.state.Write;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

/**
 * A decision that counts in memory and has to be committed.
 *
 * @param sequence of the signal it is about, if it is about one
 * @param undo what takes it back
 */
record Decided(Decision decision, OptionalLong sequence, Instant at, List<Write> undo) {

    Decided {
        undo = List.copyOf(undo);
    }
}
