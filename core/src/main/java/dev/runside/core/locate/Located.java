package dev.runside.core.locate;

/**
 * A place that may be where it went wrong first.
 *
 * @param score for ranking; what is exhausted stands above 1
 * @param reason one sentence
 */
public record Located(String place, double score, String reason) {}
