package dev.runside.server.watch;

import dev.runside.core.watch.Sample;
import java.time.Instant;

/** Counts an indicator for one run, from an instant on: only samples that lie wholly after it. */
final class Measurement {

    private final String indicator;
    private final Instant from;
    private double good;
    private double total;

    Measurement(String indicator, Instant from) {
        this.indicator = indicator;
        this.from = from;
    }

    /** True when the sample counted. */
    boolean add(String ofIndicator, Sample sample) {
        if (!indicator.equals(ofIndicator) || sample.from().isBefore(from)) {
            return false;
        }
        good += sample.good();
        total += sample.total();
        return true;
    }

    double good() {
        return good;
    }

    double total() {
        return total;
    }
}
