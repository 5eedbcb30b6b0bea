package dev.runside.core.state;

import java.time.Instant;

/**
 * One line of an incident's story, for a person to read.
 *
 * @param kind signal, finding, tier, suspect, charter, guard, run, step, verify, page, state or
 *     note
 * @param time when it happened, by the clock that saw it
 * @param at when it was written down
 */
public record Line(String incident, Instant time, Instant at, String kind, String text) {}
