package dev.runside.core.watch.feed;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Catalog;
import dev.runside.core.catalog.Function;
import dev.runside.core.catalog.Indicator;
import dev.runside.core.catalog.Indicator.Measure;
import dev.runside.core.catalog.Indicator.Rule;
import dev.runside.core.catalog.Layer;
import dev.runside.core.catalog.Product;
import java.util.Map;
import java.util.Optional;

/** An indicator that nobody defined: a metric's values at a subject, against their own past. */
public record Derived(String metric, Ref subject) {

    /** A source may have so many. */
    public static final int MOST = 1_000;

    public String name() {
        return metric + "@" + subject;
    }

    public Indicator indicator(Catalog catalog) {
        return new Indicator(
                name(),
                metric,
                subject,
                subject.is("agent") ? Layer.MACHINERY : Layer.PRODUCT,
                catalog.hop(subject).map(Product.Hop::function).orElse(Function.PLATFORM),
                new Measure.Gauge(metric, Map.of()),
                Optional.empty(),
                Rule.Unusual.USUAL,
                false);
    }
}
