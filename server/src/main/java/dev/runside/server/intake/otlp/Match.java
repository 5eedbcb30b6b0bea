package dev.runside.server.intake.otlp;

import dev.runside.core.catalog.Indicator;
import dev.runside.core.catalog.Indicator.Measure;
import dev.runside.core.watch.Sample;
import java.time.Instant;

/**
 * An indicator that counts a series.
 *
 * @param bad whether the series' attributes are those of bad events
 * @param bound for latencies, in the metric's unit
 */
record Match(Indicator indicator, boolean bad, double bound) {

    /** A mean is taken over all that was read at the same time. */
    boolean isMean() {
        return indicator.measure() instanceof Measure.Gauge;
    }

    /** Of a mean: the sum, and of how many. */
    Sample sample(Instant from, Instant to, Counts increase) {
        double total = increase.total();
        return switch (indicator.measure()) {
            case Measure.Ratio _ -> new Sample(from, to, bad ? 0 : total, total);
            case Measure.Latency _ -> new Sample(from, to, increase.upTo(bound), total);
            case Measure.Gauge _ -> new Sample(from, to, increase.sum(), increase.events());
            case Measure.Rate _,
                    Measure.Tickets _,
                    Measure.Queried _,
                    Measure.Alert _,
                    Measure.Job _ ->
                    new Sample(from, to, total, total);
        };
    }
}
