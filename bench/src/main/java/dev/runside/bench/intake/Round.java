package dev.runside.bench.intake;

import java.time.Duration;
import java.util.List;

/**
 * One turn under load.
 *
 * @param nanos how long each batch waited for its answer
 * @param cpuInLoad seconds used until the last answer
 * @param cpu seconds used until the target was at rest again
 * @param rest how long that took
 * @param residentBytes at its end
 */
record Round(
        long alerts,
        Duration took,
        List<Long> nanos,
        double cpuInLoad,
        double cpu,
        Duration rest,
        long residentBytes) {

    Round {
        nanos = List.copyOf(nanos);
    }

    double perSecond() {
        return alerts / (took.toNanos() / 1e9);
    }
}
