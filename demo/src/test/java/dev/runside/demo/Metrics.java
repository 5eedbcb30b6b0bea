package dev.runside.demo;

import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.metrics.v1.HistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import io.opentelemetry.proto.metrics.v1.ResourceMetrics;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** The newest cumulative value of each series. */
final class Metrics {

    /**
     * @param slow events above half a second
     */
    record Value(double count, double slow) {}

    private final Map<String, Value> series = new ConcurrentHashMap<>();

    void take(ExportMetricsServiceRequest request) {
        for (ResourceMetrics resource : request.getResourceMetricsList()) {
            String prefix =
                    text(resource.getResource().getAttributesList(), "service.name")
                            + " "
                            + text(
                                    resource.getResource().getAttributesList(),
                                    "service.instance.id");
            resource.getScopeMetricsList().stream()
                    .flatMap(scope -> scope.getMetricsList().stream())
                    .forEach(metric -> take(prefix, metric));
        }
    }

    private void take(String prefix, Metric metric) {
        for (HistogramDataPoint point : metric.getHistogram().getDataPointsList()) {
            put(
                    prefix,
                    metric,
                    point.getAttributesList(),
                    new Value(point.getCount(), slow(point)));
        }
        for (NumberDataPoint point : metric.getSum().getDataPointsList()) {
            put(prefix, metric, point.getAttributesList(), new Value(point.getAsInt(), 0));
        }
    }

    private static double slow(HistogramDataPoint point) {
        double slow = 0;
        for (int bucket = 0; bucket < point.getBucketCountsCount(); bucket++) {
            if (bucket > 0 && point.getExplicitBounds(bucket - 1) >= 0.5) {
                slow += point.getBucketCounts(bucket);
            }
        }
        return slow;
    }

    private void put(String prefix, Metric metric, List<KeyValue> attributes, Value value) {
        Map<String, String> sorted = new TreeMap<>();
        attributes.forEach(attribute -> sorted.put(attribute.getKey(), text(attribute.getValue())));
        series.put(prefix + " " + metric.getName() + " " + sorted, value);
    }

    private static String text(List<KeyValue> attributes, String key) {
        return attributes.stream()
                .filter(attribute -> attribute.getKey().equals(key))
                .map(attribute -> text(attribute.getValue()))
                .findFirst()
                .orElse("");
    }

    private static String text(AnyValue value) {
        return value.hasIntValue() ? String.valueOf(value.getIntValue()) : value.getStringValue();
    }

    /** The sum over all series whose description holds each of the words. */
    Value sum(String... words) {
        Predicate<String> fits = name -> List.of(words).stream().allMatch(name::contains);
        return series.entrySet().stream()
                .filter(entry -> fits.test(entry.getKey()))
                .map(Map.Entry::getValue)
                .reduce(
                        new Value(0, 0),
                        (a, b) -> new Value(a.count() + b.count(), a.slow() + b.slow()));
    }
}
