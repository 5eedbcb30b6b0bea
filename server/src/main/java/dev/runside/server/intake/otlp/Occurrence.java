package dev.runside.server.intake.otlp;

import java.util.List;

/**
 * A span or a log record that some indicator counts.
 *
 * @param identity of its source's; equal when it is sent again
 */
record Occurrence(long identity, long timeNanos, Counts counts, List<Match> matches) {}
