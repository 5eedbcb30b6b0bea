package dev.runside.server.web.now;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Catalog;
import dev.runside.core.catalog.Flow;
import dev.runside.core.catalog.Indicator;
import dev.runside.core.triage.Finding;
import dev.runside.core.watch.Bucket;
import dev.runside.server.watch.Readings;
import dev.runside.server.web.now.NowView.Metric;
import dev.runside.server.web.picture.Gauge;
import dev.runside.server.web.situation.Situation;
import dev.runside.server.web.words.Names;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The metric of each product that says whether it does what it is for. */
@Component
class Leadership {

    private static final int WIDTH = 320;
    private static final int HEIGHT = 64;

    private final Readings readings;

    Leadership(Readings readings) {
        this.readings = readings;
    }

    List<Metric> of(Situation situation) {
        List<Indicator> leading =
                situation.catalog().indicators().values().stream()
                        .filter(Indicator::leadership)
                        .toList();
        Map<String, List<Bucket>> counted =
                readings.since(
                        leading.stream().map(Indicator::name).toList(),
                        situation.now().minus(Gauge.SHOWN));
        return leading.stream()
                .map(indicator ->
                        metric(
                                indicator,
                                counted.getOrDefault(indicator.name(), List.of()),
                                situation))
                .toList();
    }

    private static Metric metric(Indicator indicator, List<Bucket> buckets, Situation situation) {
        Catalog catalog = situation.catalog();
        Gauge gauge = Gauge.of(indicator, buckets, situation.now());
        Optional<Finding> low =
                situation.findings().stream()
                        .filter(finding ->
                                finding.indicator().filter(indicator.name()::equals).isPresent())
                        .findFirst();
        Ref product = catalog.productOf(indicator.subject()).orElse(indicator.subject());
        return new Metric(
                new Names(catalog).of(product),
                indicator.title(),
                gauge.value(),
                gauge.unit(),
                Verdict.of(indicator, gauge, low),
                flow(catalog, product),
                gauge.trace(WIDTH, HEIGHT));
    }

    static Optional<String> flow(Catalog catalog, Ref product) {
        return catalog.flows().values().stream()
                .filter(flow -> flow.product().equals(product))
                .map(Flow::ref)
                .map(Ref::name)
                .findFirst();
    }
}
