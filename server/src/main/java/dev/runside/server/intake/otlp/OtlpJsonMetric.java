package dev.runside.server.intake.otlp;

import io.opentelemetry.proto.metrics.v1.AggregationTemporality;
import io.opentelemetry.proto.metrics.v1.ExponentialHistogram;
import io.opentelemetry.proto.metrics.v1.ExponentialHistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.Gauge;
import io.opentelemetry.proto.metrics.v1.Histogram;
import io.opentelemetry.proto.metrics.v1.HistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import io.opentelemetry.proto.metrics.v1.Sum;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Reads one metric of OTLP's JSON encoding, as far as counting needs it. */
final class OtlpJsonMetric {

    private OtlpJsonMetric() {}

    static Metric read(JsonNode node) {
        var metric =
                Metric.newBuilder()
                        .setName(node.path("name").asString(""))
                        .setUnit(node.path("unit").asString(""));
        if (node.has("sum")) {
            metric.setSum(sum(node.path("sum")));
        } else if (node.has("histogram")) {
            metric.setHistogram(histogram(node.path("histogram")));
        } else if (node.has("exponentialHistogram")) {
            metric.setExponentialHistogram(exponential(node.path("exponentialHistogram")));
        } else if (node.has("gauge")) {
            metric.setGauge(Gauge.newBuilder().addAllDataPoints(numbers(node.path("gauge"))));
        }
        return metric.build();
    }

    private static Sum sum(JsonNode node) {
        return Sum.newBuilder()
                .setAggregationTemporality(temporality(node))
                .setIsMonotonic(node.path("isMonotonic").asBoolean(false))
                .addAllDataPoints(numbers(node))
                .build();
    }

    private static List<NumberDataPoint> numbers(JsonNode node) {
        return node.path("dataPoints").valueStream().map(OtlpJsonMetric::number).toList();
    }

    private static NumberDataPoint number(JsonNode node) {
        var point =
                NumberDataPoint.newBuilder()
                        .addAllAttributes(OtlpJson.attributes(node))
                        .setStartTimeUnixNano(OtlpJson.integer(node, "startTimeUnixNano"))
                        .setTimeUnixNano(OtlpJson.integer(node, "timeUnixNano"))
                        .setFlags((int) OtlpJson.integer(node, "flags"));
        return (node.has("asInt")
                        ? point.setAsInt(OtlpJson.integer(node, "asInt"))
                        : point.setAsDouble(OtlpJson.decimal(node.path("asDouble"))))
                .build();
    }

    private static Histogram histogram(JsonNode node) {
        var histogram = Histogram.newBuilder().setAggregationTemporality(temporality(node));
        for (JsonNode each : node.path("dataPoints")) {
            var point =
                    HistogramDataPoint.newBuilder()
                            .addAllAttributes(OtlpJson.attributes(each))
                            .setStartTimeUnixNano(OtlpJson.integer(each, "startTimeUnixNano"))
                            .setTimeUnixNano(OtlpJson.integer(each, "timeUnixNano"))
                            .setFlags((int) OtlpJson.integer(each, "flags"))
                            .setCount(OtlpJson.integer(each, "count"));
            each.path("bucketCounts")
                    .forEach(count -> point.addBucketCounts(OtlpJson.number(count)));
            each.path("explicitBounds")
                    .forEach(bound -> point.addExplicitBounds(OtlpJson.decimal(bound)));
            histogram.addDataPoints(point);
        }
        return histogram.build();
    }

    private static ExponentialHistogram exponential(JsonNode node) {
        var histogram =
                ExponentialHistogram.newBuilder().setAggregationTemporality(temporality(node));
        for (JsonNode each : node.path("dataPoints")) {
            histogram.addDataPoints(
                    ExponentialHistogramDataPoint.newBuilder()
                            .addAllAttributes(OtlpJson.attributes(each))
                            .setStartTimeUnixNano(OtlpJson.integer(each, "startTimeUnixNano"))
                            .setTimeUnixNano(OtlpJson.integer(each, "timeUnixNano"))
                            .setFlags((int) OtlpJson.integer(each, "flags"))
                            .setCount(OtlpJson.integer(each, "count")));
        }
        return histogram.build();
    }

    private static AggregationTemporality temporality(JsonNode node) {
        AggregationTemporality known =
                AggregationTemporality.forNumber(
                        (int) OtlpJson.integer(node, "aggregationTemporality"));
        return known == null ? AggregationTemporality.AGGREGATION_TEMPORALITY_UNSPECIFIED : known;
    }
}
