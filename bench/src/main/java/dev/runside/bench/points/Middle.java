package dev.runside.bench.points;

import java.io.IOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/** Of several rounds the one whose cost lies in the middle: a machine is never quite quiet. */
record Middle(List<Round> rounds) {

    private static final int ROUNDS = 3;

    /** At full load, all rounds together as long as this. */
    static Middle of(Senders senders, Duration length) throws IOException, InterruptedException {
        Duration each = length.dividedBy(ROUNDS);
        return new Middle(List.of(senders.full(each), senders.full(each), senders.full(each)));
    }

    double microseconds() {
        return middle().cpuPerMillion();
    }

    double residentMegabytes() {
        return middle().residentMegabytes();
    }

    private Round middle() {
        return rounds.stream()
                .sorted(Comparator.comparingDouble(Round::cpuPerMillion))
                .toList()
                .get(rounds.size() / 2);
    }
}
