package dev.runside.server.intake.otlp;

/**
 * What became of an export.
 *
 * @param duplicates points that had been counted before
 */
record Folded(long counted, long duplicates, Rejections rejections) {}
