package dev.runside.server.intake.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.server.intake.otlp.Exports;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;

/** OTLP: a counter as deltas, in protobuf. */
class OtlpSourceTest extends SourceContract {

    private String token = "";

    @Override
    void begin() {
        token = sender.source("*");
    }

    @Override
    String measure() {
        return "ratio: {metric: mail.handled, bad: {outcome: lost}}";
    }

    @Override
    Runnable happens(boolean good) {
        Instant now = Instant.now();
        byte[] body = export(now, good ? "sent" : "lost").toByteArray();
        return () ->
                assertThat(
                                sender.send(
                                                sender.request("/v1/metrics", token)
                                                        .header(
                                                                "Content-Type",
                                                                "application/x-protobuf")
                                                        .POST(BodyPublishers.ofByteArray(body))
                                                        .build())
                                        .status())
                        .isEqualTo(200);
    }

    /** It had a beat, and then there is nothing. */
    @Override
    void isAway() throws Exception {
        for (int second = 1; second < 40; second++) {
            passes(Duration.ofSeconds(1));
            happens(false).run();
        }
        passes(Duration.ofMinutes(4));
    }

    @Override
    String away() {
        return "no-data " + company.hop();
    }

    private ExportMetricsServiceRequest export(Instant now, String outcome) {
        return Exports.of(
                company.product(),
                "one",
                Exports.deltas(
                        "mail.handled",
                        Exports.point(
                                now.minusMillis(1),
                                now,
                                3,
                                Exports.attribute("outcome", outcome))));
    }
}
