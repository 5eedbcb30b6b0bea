package dev.runside.core.watch;

import java.time.Instant;

/**
 * What happened to an indicator between two instants of its source.
 *
 * @param from after this instant
 * @param to up to this instant; the bucket it falls into
 * @param good good events, or the increase of a rate
 * @param total all events; equal to {@code good} for rates and tickets
 */
public record Sample(Instant from, Instant to, double good, double total) {}
