package dev.runside.server.intake.otlp;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.runside.server.intake.Counted;
import dev.runside.server.intake.Sender;
import dev.runside.server.intake.Sender.Answer;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsPartialSuccess;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceResponse;
import io.opentelemetry.proto.metrics.v1.Metric;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Exports as they go over the wire, and what became of one counter. */
abstract class MetricsPost {

    static final String PROTOBUF = "application/x-protobuf";
    static final String JSON = "application/json";

    @Autowired Sender sender;
    @Autowired ApplicationContext server;

    final Instant start = Instant.now().minusSeconds(30);
    String instance = "";
    Counted sent;

    @BeforeEach
    void begin() {
        instance = sender.unique("instance");
        sent = Counted.fromNowOn(server, "mails-sent");
    }

    final ExportMetricsServiceRequest export(Metric... metrics) {
        return Exports.of("relay", instance, metrics);
    }

    final Answer post(String token, ExportMetricsServiceRequest export) {
        return send(sender.uri("/v1/metrics"), token, PROTOBUF, export.toByteArray());
    }

    final Answer send(URI uri, String token, String type, byte[] body) {
        return sender.send(
                request(uri, token, type).POST(BodyPublishers.ofByteArray(body)).build());
    }

    static HttpRequest.Builder request(URI uri, String token, String type) {
        return HttpRequest.newBuilder(uri)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", type);
    }

    static ExportMetricsPartialSuccess partial(Answer answer)
            throws InvalidProtocolBufferException {
        return ExportMetricsServiceResponse.parseFrom(answer.bytes()).getPartialSuccess();
    }
}
