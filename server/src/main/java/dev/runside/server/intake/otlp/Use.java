package dev.runside.server.intake.otlp;

import dev.runside.core.catalog.Indicator;
import dev.runside.core.catalog.Indicator.Measure;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** How an indicator uses a metric, with its conditions compiled. */
record Use(Indicator indicator, String metric, List<Condition> where, List<Condition> bad) {

    /**
     * An attribute's whole value must match; an absent one never does.
     *
     * @param pattern where the text does not stand for itself: a pattern is as large as all else
     */
    record Condition(String attribute, String text, Optional<Pattern> pattern) {

        private static final Pattern PLAIN = Pattern.compile("[\\w/ :-]*");

        static Condition of(String attribute, String text) {
            boolean plain = PLAIN.matcher(text).matches();
            return new Condition(
                    attribute, text, plain ? Optional.empty() : Optional.of(Pattern.compile(text)));
        }

        boolean holds(Map<String, String> attributes) {
            String value = attributes.get(attribute);
            return value != null
                    && pattern.map(compiled -> Effort.matches(compiled, value))
                            .orElseGet(() -> value.equals(text));
        }
    }

    /** Empty for an indicator that no metric feeds. */
    static Optional<Use> of(Indicator indicator) {
        return switch (indicator.measure()) {
            case Measure.Ratio ratio ->
                    Optional.of(
                            new Use(
                                    indicator,
                                    ratio.metric(),
                                    conditions(ratio.where()),
                                    conditions(ratio.bad())));
            case Measure.Latency latency ->
                    Optional.of(
                            new Use(
                                    indicator,
                                    latency.metric(),
                                    conditions(latency.where()),
                                    List.of()));
            case Measure.Rate rate ->
                    Optional.of(
                            new Use(indicator, rate.metric(), conditions(rate.where()), List.of()));
            case Measure.Gauge gauge ->
                    Optional.of(
                            new Use(
                                    indicator,
                                    gauge.metric(),
                                    conditions(gauge.where()),
                                    List.of()));
            case Measure.Tickets _, Measure.Queried _ -> Optional.empty();
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

    private static List<Condition> conditions(Map<String, String> patterns) {
        return patterns.entrySet().stream()
                .map(each -> Condition.of(each.getKey(), each.getValue()))
                .toList();
    }
}
