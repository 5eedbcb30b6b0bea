package dev.runside.core.triage;

import dev.runside.core.state.Entry;
import java.time.Instant;

/**
 * That what a finding speaks of goes well of late, though its window still holds what went wrong.
 *
 * @param finding its key
 */
public record Eased(String finding, Instant at) implements Entry {

    @Override
    public String key() {
        return finding;
    }
}
