package dev.runside.server.intake.otlp;

import io.opentelemetry.proto.metrics.v1.AggregationTemporality;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.ResourceMetrics;
import java.util.List;

/** The points of a metric, whatever its kind. */
final class MetricPoints {

    private MetricPoints() {}

    static List<RawPoint> of(Metric metric) {
        return switch (metric.getDataCase()) {
            case SUM -> metric.getSum().getDataPointsList().stream().map(RawPoint::of).toList();
            case GAUGE -> metric.getGauge().getDataPointsList().stream().map(RawPoint::of).toList();
            case HISTOGRAM ->
                    metric.getHistogram().getDataPointsList().stream().map(RawPoint::of).toList();
            case EXPONENTIAL_HISTOGRAM ->
                    metric.getExponentialHistogram().getDataPointsList().stream()
                            .map(RawPoint::of)
                            .toList();
            case SUMMARY, DATA_NOT_SET -> List.of();
        };
    }

    /** Whether its points say how much there is, and count nothing. */
    static boolean reads(Metric metric) {
        boolean standing =
                metric.hasSum()
                        && !metric.getSum().getIsMonotonic()
                        && metric.getSum().getAggregationTemporality()
                                == AggregationTemporality.AGGREGATION_TEMPORALITY_CUMULATIVE;
        return metric.hasGauge() || standing;
    }

    static AggregationTemporality temporality(Metric metric) {
        return switch (metric.getDataCase()) {
            case SUM -> metric.getSum().getAggregationTemporality();
            case HISTOGRAM -> metric.getHistogram().getAggregationTemporality();
            case EXPONENTIAL_HISTOGRAM ->
                    metric.getExponentialHistogram().getAggregationTemporality();
            case GAUGE, SUMMARY, DATA_NOT_SET ->
                    AggregationTemporality.AGGREGATION_TEMPORALITY_UNSPECIFIED;
        };
    }

    static long count(ResourceMetrics resource) {
        return resource.getScopeMetricsList().stream()
                .flatMap(scope -> scope.getMetricsList().stream())
                .mapToLong(MetricPoints::count)
                .sum();
    }

    private static long count(Metric metric) {
        return switch (metric.getDataCase()) {
            case SUM -> metric.getSum().getDataPointsCount();
            case GAUGE -> metric.getGauge().getDataPointsCount();
            case HISTOGRAM -> metric.getHistogram().getDataPointsCount();
            case EXPONENTIAL_HISTOGRAM -> metric.getExponentialHistogram().getDataPointsCount();
            case SUMMARY -> metric.getSummary().getDataPointsCount();
            case DATA_NOT_SET -> 0;
        };
    }
}
