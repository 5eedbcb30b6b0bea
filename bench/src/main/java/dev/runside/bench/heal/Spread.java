package dev.runside.bench.heal;

import java.time.Duration;
import java.util.List;

/** Durations of the same thing, in milliseconds. */
record Spread(List<Double> millis) {

    Spread {
        millis = millis.stream().sorted().toList();
    }

    static Spread of(List<Duration> durations) {
        return new Spread(durations.stream().map(each -> each.toNanos() / 1e6).toList());
    }

    int size() {
        return millis.size();
    }

    /** Not a number where there is none. */
    double median() {
        int half = millis.size() / 2;
        if (millis.isEmpty()) {
            return Double.NaN;
        }
        return millis.size() % 2 == 1
                ? millis.get(half)
                : (millis.get(half - 1) + millis.get(half)) / 2;
    }

    double worst() {
        return millis.isEmpty() ? Double.NaN : millis.getLast();
    }
}
