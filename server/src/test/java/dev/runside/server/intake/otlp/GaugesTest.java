package dev.runside.server.intake.otlp;

import static dev.runside.server.intake.otlp.Exports.attribute;
import static dev.runside.server.intake.otlp.Exports.gauge;
import static dev.runside.server.intake.otlp.Exports.nanos;
import static dev.runside.server.intake.otlp.Exports.point;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.runside.server.intake.Counted;
import dev.runside.server.intake.IntakeTest;
import io.opentelemetry.proto.metrics.v1.AggregationTemporality;
import io.opentelemetry.proto.metrics.v1.Histogram;
import io.opentelemetry.proto.metrics.v1.HistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import io.opentelemetry.proto.metrics.v1.Sum;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A gauge's bucket holds the sum of what was read, and how often. */
@IntakeTest
class GaugesTest extends MetricsPost {

    @Test
    void whatIsReadAtTheSameTimeIsOneMeanAndReadTwiceIsReadOnce() {
        Counted queue = Counted.fromNowOn(server, "relay-queue");
        String token = sender.source("*");
        var export =
                export(
                        gauge(
                                "mail.queue",
                                read(10, "out", "a"),
                                read(-4, "out", "b"),
                                read(500, "in", "a")));

        assertThat(post(token, export).bytes()).isEmpty();
        post(token, export);

        assertThat(queue.total()).isEqualTo(3);
    }

    @Test
    void aSumThatFallsIsReadAsItStands() throws Exception {
        Counted queue = Counted.fromNowOn(server, "relay-queue");
        Metric open =
                Metric.newBuilder()
                        .setName("mail.queue")
                        .setSum(
                                Sum.newBuilder()
                                        .setAggregationTemporality(
                                                AggregationTemporality
                                                        .AGGREGATION_TEMPORALITY_CUMULATIVE)
                                        .addDataPoints(read(7, "out", "a")))
                        .build();

        assertThat(partial(post(sender.source("*"), export(open))).getRejectedDataPoints())
                .isZero();
        assertThat(queue.total()).isEqualTo(7);
    }

    @Test
    void aHistogramIsReadAsTheMeanOfWhatItCounted() {
        Counted mean = Counted.fromNowOn(server, "relay-mean");
        Metric histogram =
                Metric.newBuilder()
                        .setName("mail.duration")
                        .setUnit("s")
                        .setHistogram(
                                Histogram.newBuilder()
                                        .setAggregationTemporality(
                                                AggregationTemporality
                                                        .AGGREGATION_TEMPORALITY_CUMULATIVE)
                                        .addDataPoints(
                                                HistogramDataPoint.newBuilder()
                                                        .setStartTimeUnixNano(nanos(start))
                                                        .setTimeUnixNano(
                                                                nanos(start.plusSeconds(1)))
                                                        .setCount(4)
                                                        .addAllBucketCounts(List.of(1L, 2L, 1L))
                                                        .addAllExplicitBounds(List.of(0.2, 0.6))))
                        .build();

        post(sender.source("*"), export(histogram));

        assertThat(mean.total()).isCloseTo((0.1 + 2 * 0.4 + 0.6) / 4, within(1e-9));
    }

    private NumberDataPoint read(long value, String queue, String shard) {
        return point(
                start,
                start.plusSeconds(1),
                value,
                attribute("queue", queue),
                attribute("shard", shard));
    }
}
