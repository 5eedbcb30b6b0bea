package dev.runside.core.locate;

/**
 * A stretch of work at a place, as a trace tells it.
 *
 * @param parent the id of the span it is part of; of the first one any id that is none
 * @param start in seconds, on the clock of its place
 * @param end in seconds
 */
public record Span(
        String trace,
        String id,
        String parent,
        String place,
        String operation,
        double start,
        double end) {

    double length() {
        return end - start;
    }
}
