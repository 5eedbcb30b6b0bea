package dev.runside.server.intake.signals;

import dev.runside.server.intake.body.Item;
import java.util.Map;
import java.util.OptionalDouble;

/** Looks at what a signal of kind {@code metric} says: one of two forms, with numbers. */
final class MetricReader {

    private static final int LONGEST_NAME = 200;

    private MetricReader() {}

    static void check(Item item, Map<String, String> attributes) {
        boolean ofIndicator = attributes.containsKey("indicator");
        boolean ofMetric = attributes.containsKey("metric");
        if (ofIndicator == ofMetric) {
            item.wrong(
                    "attributes",
                    ofIndicator
                            ? "hold both indicator and metric; keep indicator, good and total, or metric and value"
                            : "hold neither indicator nor metric; add indicator, good and total, or metric and value");
        } else if (ofIndicator) {
            ofIndicator(item, attributes);
        } else {
            ofMetric(item, attributes);
        }
    }

    private static void ofIndicator(Item item, Map<String, String> attributes) {
        OptionalDouble good = number(item, attributes, "good");
        OptionalDouble total = number(item, attributes, "total");
        if (good.isPresent() && total.isPresent()) {
            if (good.getAsDouble() < 0) {
                item.wrong("attributes.good", "is below 0; count events");
            }
            if (total.getAsDouble() < good.getAsDouble()) {
                item.wrong("attributes.total", "is less than good; count all events, good and bad");
            }
        }
    }

    private static void ofMetric(Item item, Map<String, String> attributes) {
        String name = attributes.getOrDefault("metric", "");
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            item.wrong("attributes.metric", "is a name of 1 to " + LONGEST_NAME + " characters");
        }
        number(item, attributes, "value");
    }

    private static OptionalDouble number(Item item, Map<String, String> attributes, String name) {
        String text = attributes.getOrDefault(name, "");
        try {
            double number = Double.parseDouble(text);
            if (Double.isFinite(number)) {
                return OptionalDouble.of(number);
            }
        } catch (NumberFormatException none) {
            // told below, as a number without an end is
        }
        item.wrong(
                "attributes." + name,
                text.isEmpty()
                        ? "is missing; it is a number, as in 12.5"
                        : "is not a number; write it as in 12.5");
        return OptionalDouble.empty();
    }
}
