package dev.runside.server.intake.otlp;

import static dev.runside.server.intake.otlp.Exports.attribute;
import static dev.runside.server.intake.otlp.Exports.counter;
import static dev.runside.server.intake.otlp.Exports.deltas;
import static dev.runside.server.intake.otlp.Exports.nanos;
import static dev.runside.server.intake.otlp.Exports.point;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.server.intake.Counted;
import dev.runside.server.intake.IntakeTest;
import dev.runside.server.intake.OtlpPort;
import dev.runside.server.intake.Sender.Answer;
import io.opentelemetry.proto.metrics.v1.AggregationTemporality;
import io.opentelemetry.proto.metrics.v1.ExponentialHistogram;
import io.opentelemetry.proto.metrics.v1.ExponentialHistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.Metric;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntakeTest
class MetricsProtocolTest extends MetricsPost {

    @Autowired private OtlpPort otlpPort;

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
}
