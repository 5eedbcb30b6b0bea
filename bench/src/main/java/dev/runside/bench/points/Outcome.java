package dev.runside.bench.points;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** What came of it. */
record Outcome(Plan plan, Side ours, Optional<Side> peer) {

    /**
     * One target.
     *
     * @param usual each series every few seconds
     * @param full one batch after the other
     * @param delays from a fault to its being said
     * @param sent the sum of all counts that were sent
     * @param counted the sum of all counts that arrived
     */
    record Side(
            String name,
            Round usual,
            Round full,
            List<Duration> delays,
            double sent,
            double counted) {
        Side {
            delays = delays.stream().sorted().toList();
        }

        double medianDelay() {
            return delays.get(delays.size() / 2).toNanos() / 1e9;
        }

        double longestDelay() {
            return delays.getLast().toNanos() / 1e9;
        }

        boolean ok() {
            return Math.abs(sent - counted) < 0.5;
        }
    }

    /** Whether Runside counted each once. What the peer left out is told, and its own affair. */
    boolean ok() {
        return ours.ok();
    }

    Optional<Double> ratio(ToDoubleFunction<Side> figure) {
        return peer.map(side -> figure.applyAsDouble(ours) / figure.applyAsDouble(side));
    }
}
