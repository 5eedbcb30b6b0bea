package dev.runside.server.intake.otlp;

import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.metrics.v1.AggregationTemporality;
import io.opentelemetry.proto.metrics.v1.Gauge;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import io.opentelemetry.proto.metrics.v1.ResourceMetrics;
import io.opentelemetry.proto.metrics.v1.ScopeMetrics;
import io.opentelemetry.proto.metrics.v1.Sum;
import io.opentelemetry.proto.resource.v1.Resource;
import java.time.Instant;
import java.util.List;

/** Makes exports as a sender might, good ones and odd ones. */
public final class Exports {

    private Exports() {}

    public static ExportMetricsServiceRequest of(
            String service, String instance, Metric... metrics) {
        return ExportMetricsServiceRequest.newBuilder()
                .addResourceMetrics(
                        ResourceMetrics.newBuilder()
                                .setResource(
                                        Resource.newBuilder()
                                                .addAttributes(attribute("service.name", service))
                                                .addAttributes(
                                                        attribute("service.instance.id", instance)))
                                .addScopeMetrics(
                                        ScopeMetrics.newBuilder().addAllMetrics(List.of(metrics))))
                .build();
    }

    static Metric counter(String name, NumberDataPoint... points) {
        return sum(name, AggregationTemporality.AGGREGATION_TEMPORALITY_CUMULATIVE, points);
    }

    static Metric gauge(String name, NumberDataPoint... points) {
        return Metric.newBuilder()
                .setName(name)
                .setGauge(Gauge.newBuilder().addAllDataPoints(List.of(points)))
                .build();
    }

    public static Metric deltas(String name, NumberDataPoint... points) {
        return sum(name, AggregationTemporality.AGGREGATION_TEMPORALITY_DELTA, points);
    }

    private static Metric sum(
            String name, AggregationTemporality temporality, NumberDataPoint... points) {
        return Metric.newBuilder()
                .setName(name)
                .setSum(
                        Sum.newBuilder()
                                .setIsMonotonic(true)
                                .setAggregationTemporality(temporality)
                                .addAllDataPoints(List.of(points)))
                .build();
    }

    public static NumberDataPoint point(
            Instant start, Instant time, long value, KeyValue... attributes) {
        return NumberDataPoint.newBuilder()
                .setStartTimeUnixNano(nanos(start))
                .setTimeUnixNano(nanos(time))
                .setAsInt(value)
                .addAllAttributes(List.of(attributes))
                .build();
    }

    public static KeyValue attribute(String name, String value) {
        return KeyValue.newBuilder()
                .setKey(name)
                .setValue(AnyValue.newBuilder().setStringValue(value))
                .build();
    }

    static long nanos(Instant time) {
        return time.getEpochSecond() * 1_000_000_000L + time.getNano();
    }
}
