package dev.runside.server.intake.otlp;

import static dev.runside.server.intake.otlp.Exports.attribute;
import static dev.runside.server.intake.otlp.Exports.counter;
import static dev.runside.server.intake.otlp.Exports.deltas;
import static dev.runside.server.intake.otlp.Exports.nanos;
import static dev.runside.server.intake.otlp.Exports.point;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.runside.server.intake.Counted;
import dev.runside.server.intake.IntakeTest;
import dev.runside.server.intake.OtlpPort;
import dev.runside.server.intake.Sender;
import dev.runside.server.intake.Sender.Answer;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsPartialSuccess;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceResponse;
import io.opentelemetry.proto.metrics.v1.AggregationTemporality;
import io.opentelemetry.proto.metrics.v1.ExponentialHistogram;
import io.opentelemetry.proto.metrics.v1.ExponentialHistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.Gauge;
import io.opentelemetry.proto.metrics.v1.Metric;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@IntakeTest
class MetricsProtocolTest {

    private static final String PROTOBUF = "application/x-protobuf";
    private static final String JSON = "application/json";

    @Autowired private Sender sender;
    @Autowired private OtlpPort otlpPort;
    @Autowired private ApplicationContext server;

    private final Instant start = Instant.now().minusSeconds(30);
    private String instance = "";
    private Counted sent;

    @BeforeEach
    void begin() {
        instance = sender.unique("instance");
        sent = Counted.fromNowOn(server, "mails-sent");
    }

    @Test
    void anExportThatIsRepeatedCountsOnce() throws Exception {
        String token = sender.source("*");
        var export = export(counter("mail.sent", point(start, start.plusSeconds(10), 7)));

        assertThat(post(token, export).bytes()).isEmpty();
        assertThat(post(token, export).status()).isEqualTo(200);
        assertThat(sent.total()).isEqualTo(7);
        assertThat(partial(post(token, export)).getRejectedDataPoints()).isZero();
    }

    @Test
    void deltaPointsCountAsTheyAreAndOnce() throws Exception {
        String token = sender.source("*");
        var first = export(deltas("mail.sent", point(start, start.plusSeconds(1), 2)));
        var second =
                export(deltas("mail.sent", point(start.plusSeconds(1), start.plusSeconds(2), 3)));

        post(token, second);
        post(token, first);
        post(token, second);

        assertThat(sent.total()).isEqualTo(5);
    }

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
    void jsonSaysTheSameAndIsAnsweredInJson() {
        Answer answer =
                send(
                        sender.uri("/v1/metrics"),
                        sender.source("*"),
                        JSON,
                        """
                        {"resourceMetrics":[{"resource":{"attributes":[
                            {"key":"service.name","value":{"stringValue":"relay"}},
                            {"key":"service.instance.id","value":{"stringValue":"%s"}}]},
                          "futureField":1,
                          "scopeMetrics":[{"scope":{"name":"s"},"metrics":[{"name":"mail.sent","unit":"1",
                            "sum":{"aggregationTemporality":2,"isMonotonic":true,"dataPoints":[
                              {"startTimeUnixNano":"%d","timeUnixNano":"%d","asInt":"4"},
                              {"startTimeUnixNano":"%d","timeUnixNano":"%d","asDouble":0.5,
                               "attributes":[{"key":"kind","value":{"intValue":"3"}}]}]}}]}]}]}
                        """
                                .formatted(
                                        instance,
                                        nanos(start),
                                        nanos(start.plusSeconds(1)),
                                        nanos(start),
                                        nanos(start.plusSeconds(1)))
                                .getBytes());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo(JSON);
        assertThat(answer.text()).isEqualTo("{}");
        assertThat(sent.total()).isEqualTo(4.5);
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
    void anExponentialHistogramCountsForRatiosAndIsNamedForLatencies() throws Exception {
        Counted availability = Counted.fromNowOn(server, "relay-availability");
        Counted speed = Counted.fromNowOn(server, "relay-speed");
        Metric histogram =
                Metric.newBuilder()
                        .setName("http.server.request.duration")
                        .setUnit("s")
                        .setExponentialHistogram(
                                ExponentialHistogram.newBuilder()
                                        .setAggregationTemporality(
                                                AggregationTemporality
                                                        .AGGREGATION_TEMPORALITY_CUMULATIVE)
                                        .addDataPoints(
                                                ExponentialHistogramDataPoint.newBuilder()
                                                        .setStartTimeUnixNano(nanos(start))
                                                        .setTimeUnixNano(
                                                                nanos(start.plusSeconds(1)))
                                                        .setCount(6)
                                                        .addAttributes(
                                                                attribute("http.route", "/send"))))
                        .build();
        Answer answer = post(sender.source("*"), export(histogram));

        assertThat(availability.total()).isEqualTo(6);
        assertThat(speed.total()).isZero();
        assertThat(partial(answer).getRejectedDataPoints()).isZero();
        assertThat(partial(answer).getErrorMessage())
                .contains("relay-speed needs a histogram with explicit bounds");
    }

    @Test
    void whatNoIndicatorUsesIsTakenAndLetGo() {
        Answer answer =
                post(sender.source("*"), export(counter("jvm.gc.count", point(start, start, 1))));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.bytes()).isEmpty();
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
    void anAgentsProbesCountForTheHopTheyName() {
        Counted probes = Counted.fromNowOn(server, "relay-probe");
        String token = sender.agent();
        for (String result : new String[] {"ok", "miss"}) {
            post(
                    token,
                    Exports.of(
                            "the-relay-process",
                            instance,
                            deltas(
                                    "runside.probe",
                                    point(
                                            start,
                                            start.plusSeconds(1),
                                            2,
                                            attribute("service", "the-relay-process"),
                                            attribute("hop", "hop:mail/relay"),
                                            attribute("result", result)))));
        }

        assertThat(probes.total()).isEqualTo(4);
        assertThat(probes.good()).isEqualTo(2);
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

    @Test
    void thePortOfOpenTelemetryTakesOtlpAndNothingElse() {
        String token = sender.source("*");
        var export = export(counter("mail.sent", point(start, start.plusSeconds(1), 1)));
        String base = "http://localhost:" + otlpPort.number();

        assertThat(
                        send(
                                        URI.create(base + "/v1/metrics"),
                                        token,
                                        PROTOBUF,
                                        export.toByteArray())
                                .status())
                .isEqualTo(200);
        assertThat(
                        send(URI.create(base + "/api/v1/signals"), token, JSON, "[]".getBytes())
                                .status())
                .isEqualTo(404);
        assertThat(sent.total()).isEqualTo(1);
    }

    @Test
    void aClockAheadIsReadAtArrival() {
        Instant future = Instant.now().plusSeconds(3_600);
        String token = sender.source("*");

        post(token, export(counter("mail.sent", point(start, future, 4))));
        post(token, export(counter("mail.sent", point(start, future.plusSeconds(1), 6))));

        assertThat(sent.total()).isEqualTo(6);
        assertThat(
                        server.getBean(org.springframework.jdbc.core.simple.JdbcClient.class)
                                .sql(
                                        "select count(*) from indicator_bucket where start > now() + interval '1 minute'")
                                .query(Long.class)
                                .single())
                .isZero();
    }

    private ExportMetricsServiceRequest export(Metric... metrics) {
        return Exports.of("relay", instance, metrics);
    }

    private Answer post(String token, ExportMetricsServiceRequest export) {
        return send(sender.uri("/v1/metrics"), token, PROTOBUF, export.toByteArray());
    }

    private Answer packed(URI uri, String token, byte[] body) {
        return sender.send(
                request(uri, token, PROTOBUF)
                        .header("Content-Encoding", "gzip")
                        .POST(BodyPublishers.ofByteArray(Sender.packed(body)))
                        .build());
    }

    private Answer send(URI uri, String token, String type, byte[] body) {
        return sender.send(
                request(uri, token, type).POST(BodyPublishers.ofByteArray(body)).build());
    }

    private static HttpRequest.Builder request(URI uri, String token, String type) {
        return HttpRequest.newBuilder(uri)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", type);
    }

    private static ExportMetricsPartialSuccess partial(Answer answer)
            throws InvalidProtocolBufferException {
        return ExportMetricsServiceResponse.parseFrom(answer.bytes()).getPartialSuccess();
    }
}
