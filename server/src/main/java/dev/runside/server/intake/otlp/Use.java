package dev.runside.server.intake.otlp;

import dev.runside.core.catalog.Indicator;
import dev.runside.core.catalog.Indicator.Measure;
import dev.runside.server.intake.AttributeCondition;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How an indicator uses a metric, with its conditions compiled. */
record Use(
        Indicator indicator,
        String metric,
        List<AttributeCondition> where,
        List<AttributeCondition> bad) {

    /** Empty for an indicator that no metric feeds. */
    static Optional<Use> of(Indicator indicator) {
        return switch (indicator.measure()) {
            case Measure.Ratio ratio ->
                    Optional.of(
                            new Use(
                                    indicator,
                                    ratio.metric(),
                                    AttributeCondition.all(ratio.where()),
                                    AttributeCondition.all(ratio.bad())));
            case Measure.Latency latency ->
                    Optional.of(
                            new Use(
                                    indicator,
                                    latency.metric(),
                                    AttributeCondition.all(latency.where()),
                                    List.of()));
            case Measure.Rate rate ->
                    Optional.of(
                            new Use(
                                    indicator,
                                    rate.metric(),
                                    AttributeCondition.all(rate.where()),
                                    List.of()));
            case Measure.Gauge gauge ->
                    Optional.of(
                            new Use(
                                    indicator,
                                    gauge.metric(),
                                    AttributeCondition.all(gauge.where()),
                                    List.of()));
            case Measure.Tickets _, Measure.Queried _, Measure.Alert _, Measure.Job _ ->
                    Optional.empty();
        };
    }

    boolean covers(Map<String, String> attributes) {
        return where.stream().allMatch(condition -> condition.holds(attributes));
    }

    boolean isBad(Map<String, String> attributes) {
        return !bad.isEmpty() && bad.stream().allMatch(condition -> condition.holds(attributes));
    }

    boolean isMean() {
        return indicator.measure() instanceof Measure.Gauge;
    }

    boolean needsBuckets() {
        return indicator.measure() instanceof Measure.Latency;
    }

    /** The bound of a latency in the unit that its metric is in, of a known unit. */
    Optional<Double> boundIn(String unit) {
        if (!(indicator.measure() instanceof Measure.Latency latency)) {
            return Optional.of(0.0);
        }
        double nanos = latency.under().toNanos();
        return switch (unit) {
            case "s", "" -> Optional.of(nanos / 1e9);
            case "ms" -> Optional.of(nanos / 1e6);
            case "us" -> Optional.of(nanos / 1e3);
            case "ns" -> Optional.of(nanos);
            default -> Optional.empty();
        };
    }
}
