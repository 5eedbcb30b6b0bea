package dev.runside.bench.intake;

import java.time.Duration;

/**
 * How long it is measured.
 *
 * @param warmups turns of each target and kind that are not counted
 * @param turns those that are
 * @param turn how long each is under load
 * @param patience how long a target may take to come to rest after it
 */
record Plan(int warmups, int turns, Duration turn, Duration patience) {

    private static final int WARMUPS = 2;
    private static final int TURNS = 5;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    static Plan of(Options options) {
        return new Plan(
                WARMUPS, TURNS, Duration.ofSeconds(options.seconds()).dividedBy(TURNS), PATIENCE);
    }

    /** After which it has gone wrong. */
    Duration limit() {
        int all = 4 * (warmups + turns);
        return turn.plus(patience).multipliedBy(all).plus(Duration.ofMinutes(5));
    }
}
