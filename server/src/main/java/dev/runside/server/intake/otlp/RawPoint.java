package dev.runside.server.intake.otlp;

import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.metrics.v1.DataPointFlags;
import io.opentelemetry.proto.metrics.v1.ExponentialHistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.HistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import java.util.List;

/** What the three kinds of countable points have in common. */
record RawPoint(
        List<KeyValue> attributes, long startNanos, long timeNanos, int flags, Counts counts) {

    static RawPoint of(NumberDataPoint point) {
        double value = point.hasAsInt() ? point.getAsInt() : point.getAsDouble();
        return new RawPoint(
                point.getAttributesList(),
                point.getStartTimeUnixNano(),
                point.getTimeUnixNano(),
                point.getFlags(),
                Counts.ofSum(value));
    }

    static RawPoint of(HistogramDataPoint point) {
        return new RawPoint(
                point.getAttributesList(),
                point.getStartTimeUnixNano(),
                point.getTimeUnixNano(),
                point.getFlags(),
                Counts.ofHistogram(
                        point.getCount(),
                        point.getBucketCountsList().stream()
                                .mapToDouble(Long::doubleValue)
                                .toArray(),
                        point.getExplicitBoundsList().stream()
                                .mapToDouble(Double::doubleValue)
                                .toArray()));
    }

    /** Its count only: its buckets change their bounds as it goes. */
    static RawPoint of(ExponentialHistogramDataPoint point) {
        return new RawPoint(
                point.getAttributesList(),
                point.getStartTimeUnixNano(),
                point.getTimeUnixNano(),
                point.getFlags(),
                Counts.ofSum(point.getCount()));
    }

    /** Whether it can be used: what is read may be less than nothing. */
    boolean sound(boolean reading) {
        return reading ? counts.isNumber() : counts.sound();
    }

    /** The sender says only that there is nothing to say. */
    boolean empty() {
        return (flags & DataPointFlags.DATA_POINT_FLAGS_NO_RECORDED_VALUE_MASK_VALUE) != 0;
    }
}
