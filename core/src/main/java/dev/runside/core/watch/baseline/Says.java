package dev.runside.core.watch.baseline;

import java.time.Instant;

/** What a baseline says of now. */
public sealed interface Says {

    /**
     * Unlike its past.
     *
     * @param learned whether the past is long enough to wake somebody for it
     */
    record Odd(String sentence, Instant since, boolean learned) implements Says {}

    /** As usual, for several minutes that were measured. */
    record Ordinary(String sentence) implements Says {}

    /** Neither: too early to say, or nothing was measured. */
    record Nothing() implements Says {}
}
