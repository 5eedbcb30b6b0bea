package dev.runside.core.watch;

import dev.runside.core.catalog.Indicator;
import dev.runside.core.catalog.Indicator.Measure;
import dev.runside.core.catalog.Indicator.Rule;
import dev.runside.core.watch.baseline.Baseline;
import dev.runside.core.watch.baseline.Kind;
import java.util.Optional;

/** The baseline of an indicator, where one of its rules asks for it. */
final class Past {

    private Past() {}

    static Optional<Baseline> of(Indicator indicator) {
        return indicator.rules().stream()
                .filter(Rule.Unusual.class::isInstance)
                .map(Rule.Unusual.class::cast)
                .findFirst()
                .map(rule ->
                        new Baseline(
                                indicator.title(), kind(indicator.measure()), rule.capacity()));
    }

    private static Kind kind(Measure measure) {
        return switch (measure) {
            case Measure.Ratio _, Measure.Latency _, Measure.Alert _, Measure.Job _ -> Kind.SHARE;
            case Measure.Queried queried -> queried.isAmount() ? Kind.RATE : Kind.SHARE;
            case Measure.Rate _ -> Kind.RATE;
            case Measure.Tickets _ -> Kind.COUNT;
            case Measure.Gauge _ -> Kind.MEAN;
        };
    }
}
