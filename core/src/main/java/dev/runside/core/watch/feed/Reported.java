package dev.runside.core.watch.feed;

import dev.runside.core.signal.Signal;
import java.util.Map;
import java.util.Optional;

/** What a signal of kind {@code metric} says, in one of its two forms. */
public sealed interface Reported {

    String KIND = "metric";

    /** Good and all events of an indicator that the catalog defines. */
    record OfIndicator(String indicator, double good, double total) implements Reported {}

    /** A value of a metric. */
    record OfMetric(String metric, double value) implements Reported {}

    /** Empty for any other signal, and for one that says nothing that can be counted. */
    static Optional<Reported> of(Signal signal) {
        return signal.kind().equals(KIND) ? of(signal.attributes()) : Optional.empty();
    }

    private static Optional<Reported> of(Map<String, String> attributes) {
        if (attributes.containsKey("indicator")) {
            return number(attributes, "good")
                    .flatMap(good ->
                            number(attributes, "total")
                                    .map(total ->
                                            new OfIndicator(
                                                    attributes.getOrDefault("indicator", ""),
                                                    good,
                                                    total)));
        }
        return number(attributes, "value")
                .filter(_ -> attributes.containsKey("metric"))
                .map(value -> new OfMetric(attributes.getOrDefault("metric", ""), value));
    }

    /** A finite number; empty for anything else. */
    static Optional<Double> number(Map<String, String> attributes, String name) {
        try {
            return Optional.of(attributes.getOrDefault(name, ""))
                    .map(Double::parseDouble)
                    .filter(Double::isFinite);
        } catch (NumberFormatException none) {
            return Optional.empty();
        }
    }
}
