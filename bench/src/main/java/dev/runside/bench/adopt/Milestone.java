package dev.runside.bench.adopt;

import java.time.Duration;

/**
 * Something that was reached.
 *
 * @param after since the first command that is counted: the machine's time, not that of reading and
 *     typing
 * @param commands typed until then
 * @param linesByHand of files written until then
 */
record Milestone(String what, Duration after, long commands, long linesByHand) {

    double minutes() {
        return Math.round(after.toMillis() / 600.0) / 100.0;
    }
}
