package dev.runside.bench.points;

import java.time.Duration;

/**
 * One turn of a target.
 *
 * @param cpu seconds that it used in this time, whatever for
 * @param residentBytes at its end
 */
record Round(long points, Duration took, double cpu, long residentBytes) {

    double perSecond() {
        return points / (took.toNanos() / 1e9);
    }

    double perCpuSecond() {
        return points / cpu;
    }

    double cpuPerMillion() {
        return cpu * 1e6 / points;
    }

    double residentMegabytes() {
        return residentBytes / (1024.0 * 1024);
    }

    Round plus(Round next) {
        return new Round(
                points + next.points,
                took.plus(next.took),
                cpu + next.cpu,
                Math.max(residentBytes, next.residentBytes));
    }
}
