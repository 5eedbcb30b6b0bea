package dev.runside.server.intake.otlp;

import io.opentelemetry.proto.metrics.v1.AggregationTemporality;
import io.opentelemetry.proto.metrics.v1.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Reads the points of one instrument that indicators use. */
final class SeriesReader {

    private final Instrument instrument;
    private final Metric metric;
    private final Function<Map<String, String>, List<Use>> uses;
    private final Rejections rejections;
    private final boolean reading;
    private final Matching matching;

    /**
     * @param uses from a point's attributes to the indicators whose subject it concerns
     */
    SeriesReader(
            Instrument instrument,
            Function<Map<String, String>, List<Use>> uses,
            Rejections rejections) {
        this.instrument = instrument;
        this.metric = instrument.metric();
        this.uses = uses;
        this.reading = MetricPoints.reads(metric);
        this.rejections = rejections;
        this.matching = new Matching(metric.getName(), metric.getUnit(), rejections);
    }

    List<Point> read() {
        List<Point> points = new ArrayList<>();
        for (RawPoint raw : MetricPoints.of(metric)) {
            TreeMap<String, String> attributes = Attributes.texts(raw.attributes());
            List<Use> concerned = uses.apply(attributes).stream().filter(this::mayUse).toList();
            if (concerned.isEmpty() || raw.empty()) {
                continue;
            }
            Optional<String> fault = fault(raw, concerned);
            if (fault.isPresent()) {
                rejections.add(metric.getName() + " " + fault.get(), 1);
            } else {
                points.add(point(raw, attributes, concerned));
            }
        }
        return points;
    }

    /** A counter has no mean; anything else that is counted is counted by all. */
    private boolean mayUse(Use use) {
        return reading || !use.isMean() || !metric.hasSum();
    }

    private Optional<String> fault(RawPoint raw, List<Use> concerned) {
        boolean countable =
                MetricPoints.temporality(metric)
                        != AggregationTemporality.AGGREGATION_TEMPORALITY_UNSPECIFIED;
        boolean falls = metric.hasSum() && !metric.getSum().getIsMonotonic();
        if ((!countable || falls) && !(reading && concerned.stream().anyMatch(Use::isMean))) {
            return Optional.of("is no counter and no histogram with a temporality");
        }
        if (raw.timeNanos() <= 0 || raw.startNanos() < 0) {
            return Optional.of("has a point without a time");
        }
        if (!raw.sound(reading)) {
            return Optional.of("has a point that counts less than nothing, or no number");
        }
        return Optional.empty();
    }

    private Point point(RawPoint raw, TreeMap<String, String> attributes, List<Use> concerned) {
        boolean delta =
                MetricPoints.temporality(metric)
                        == AggregationTemporality.AGGREGATION_TEMPORALITY_DELTA;
        return new Point(
                instrument.key(attributes.getOrDefault("hop", "")),
                instrument.series(attributes),
                raw.startNanos(),
                raw.timeNanos(),
                delta,
                reading,
                raw.counts(),
                matching.of(
                        reading ? concerned.stream().filter(Use::isMean).toList() : concerned,
                        instrument.together(attributes),
                        raw.counts()));
    }
}
