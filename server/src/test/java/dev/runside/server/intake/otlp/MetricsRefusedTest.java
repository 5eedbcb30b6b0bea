package dev.runside.server.intake.otlp;

import static dev.runside.server.intake.otlp.Exports.attribute;
import static dev.runside.server.intake.otlp.Exports.counter;
import static dev.runside.server.intake.otlp.Exports.point;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.server.intake.IntakeTest;
import dev.runside.server.intake.Sender;
import dev.runside.server.intake.Sender.Answer;
import io.opentelemetry.proto.metrics.v1.Gauge;
import io.opentelemetry.proto.metrics.v1.Metric;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What is not taken, whole or in part, and how its sender hears of it. */
@IntakeTest
class MetricsRefusedTest extends MetricsPost {

    @Test
    void whatWouldGrowInMemoryIsRefusedBeforeItDoes() {
        String token = sender.source("*");
        byte[] emptyResources = new byte[] {0x0a, 0x00};
        var packed = ByteBuffer.allocate(2 * (Parts.MOST + 1));
        while (packed.hasRemaining()) {
            packed.put(emptyResources);
        }
        String json = "{\"resourceMetrics\":[" + "{},".repeat(Parts.MOST / 2) + "{}]}";

        assertThat(send(sender.uri("/v1/metrics"), token, PROTOBUF, packed.array()).status())
                .isEqualTo(413);
        assertThat(
                        send(
                                        sender.uri("/v1/metrics"),
                                        token,
                                        JSON,
                                        json.getBytes(StandardCharsets.UTF_8))
                                .status())
                .isEqualTo(413);
    }

    @Test
    void pointsThatCannotBeCountedAreNamedAndTheOthersCount() throws Exception {
        Metric gauge =
                Metric.newBuilder()
                        .setName("mail.sent")
                        .setGauge(Gauge.newBuilder().addDataPoints(point(start, start, 1)))
                        .build();
        Metric good =
                counter(
                        "mail.sent",
                        point(start, start.plusSeconds(1), 3),
                        point(start, Instant.EPOCH, 3, attribute("kind", "timeless")),
                        point(start, start.plusSeconds(1), -1, attribute("kind", "negative")));
        Answer answer = post(sender.source("*"), export(gauge, good));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(partial(answer).getRejectedDataPoints()).isEqualTo(3);
        assertThat(partial(answer).getErrorMessage())
                .contains("no counter")
                .contains("without a time")
                .contains("less than nothing");
        assertThat(sent.total()).isEqualTo(3);
    }

    @Test
    void telemetryOfAHopThatTheSourceIsNotBoundToIsRejected() throws Exception {
        String token = sender.source("product:mail");
        Metric metric = counter("mail.sent", point(start, start.plusSeconds(1), 1));
        var foreign = Exports.of("rollup", instance, metric);
        var mixed =
                foreign.toBuilder().addAllResourceMetrics(export(metric).getResourceMetricsList());

        Answer refused = post(token, foreign);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(new String(refused.bytes())).contains("hop:stats/rollup");
        assertThat(partial(post(token, mixed.build())).getErrorMessage())
                .contains("may not report on hop:stats/rollup");
        assertThat(sent.total()).isEqualTo(1);
    }

    @Test
    void eachRefusalIsAStatusInTheRequestsOwnFormat() throws Exception {
        String token = sender.source("*");
        URI path = sender.uri("/v1/metrics");

        Answer broken = send(path, token, PROTOBUF, new byte[] {1, 2, 3});
        assertThat(broken.status()).isEqualTo(400);
        assertThat(broken.header("Content-Type")).isEqualTo(PROTOBUF);
        assertThat(new String(broken.bytes())).contains("ExportMetricsServiceRequest");

        Answer brokenJson = send(path, token, JSON, "{\"resourceMetrics\":[".getBytes());
        assertThat(brokenJson.status()).isEqualTo(400);
        assertThat(brokenJson.json().path("code").asInt()).isEqualTo(3);

        assertThat(send(path, token, "text/plain", "x".getBytes()).status()).isEqualTo(415);
        assertThat(send(path, "rs_source_none", PROTOBUF, new byte[0]).status()).isEqualTo(401);
        assertThat(packed(path, token, new byte[21 * 1024 * 1024]).status()).isEqualTo(413);
    }

    private Answer packed(URI uri, String token, byte[] body) {
        return sender.send(
                request(uri, token, PROTOBUF)
                        .header("Content-Encoding", "gzip")
                        .POST(BodyPublishers.ofByteArray(Sender.packed(body)))
                        .build());
    }
}
