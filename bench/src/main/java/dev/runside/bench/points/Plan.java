package dev.runside.bench.points;

import java.time.Duration;

/**
 * How it is measured.
 *
 * @param inBatch points in a request, at most
 * @param every how often a series is sent at the usual pace
 * @param interval at which Prometheus evaluates
 * @param turns at full load, each an interval long; the usual pace is kept as long as all of them
 * @param warmup of full load for Runside alone, before anything is measured
 * @param faults how many times a fault is made in some hops
 */
record Plan(
        Estate estate,
        int inBatch,
        Duration every,
        Duration interval,
        int turns,
        Duration warmup,
        int faults) {

    private static final int IN_BATCH = 2_000;

    static Plan of(Options options) {
        return new Plan(
                Estate.ofIndicators(options.indicators()),
                IN_BATCH,
                Duration.ofSeconds(10),
                Duration.ofSeconds(options.interval()),
                Math.ceilDiv(options.seconds(), options.interval()),
                Duration.ofSeconds(12),
                3);
    }

    Duration usual() {
        return interval.multipliedBy(turns);
    }

    /** How long a fault may stay unseen. */
    Duration patience() {
        return interval.multipliedBy(2).plusSeconds(30);
    }

    /** After which it has gone wrong. */
    Duration limit() {
        return usual().multipliedBy(3)
                .plus(patience().multipliedBy(faults))
                .plus(warmup)
                .plus(Duration.ofMinutes(10));
    }
}
