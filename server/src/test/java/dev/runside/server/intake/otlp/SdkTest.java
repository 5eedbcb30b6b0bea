package dev.runside.server.intake.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.server.intake.Counted;
import dev.runside.server.intake.IntakeTest;
import dev.runside.server.intake.Sender;
import dev.runside.server.intake.grpc.GrpcPort;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.logs.Logger;
import io.opentelemetry.api.logs.Severity;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.exporter.otlp.http.logs.OtlpHttpLogRecordExporter;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.exporter.otlp.logs.OtlpGrpcLogRecordExporter;
import io.opentelemetry.exporter.otlp.metrics.OtlpGrpcMetricExporter;
import io.opentelemetry.exporter.otlp.trace.OtlpGrpcSpanExporter;
import io.opentelemetry.sdk.logs.SdkLoggerProvider;
import io.opentelemetry.sdk.logs.export.BatchLogRecordProcessor;
import io.opentelemetry.sdk.logs.export.LogRecordExporter;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.export.PeriodicMetricReader;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** OpenTelemetry's own Java SDK sends by both protocols; what arrived is asked of the server. */
@IntakeTest
class SdkTest {

    @Autowired private Sender sender;
    @Autowired private ApplicationContext server;
    @Autowired private GrpcPort grpc;

    private Resource resource = Resource.empty();
    private String bearer = "";

    @BeforeEach
    void begin() {
        bearer = "Bearer " + sender.source("*");
        resource =
                Resource.create(
                        Attributes.of(
                                AttributeKey.stringKey("service.name"),
                                "relay",
                                AttributeKey.stringKey("service.instance.id"),
                                sender.unique("instance")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "gzip"})
    void metricsComeByGrpc(String compression) {
        Counted sent = Counted.fromNowOn(server, "mails-sent");
        var exporter =
                OtlpGrpcMetricExporter.builder()
                        .setEndpoint(grpcEndpoint())
                        .setCompression(compression)
                        .addHeader("authorization", bearer)
                        .build();
        try (var sdk =
                SdkMeterProvider.builder()
                        .setResource(resource)
                        .registerMetricReader(
                                PeriodicMetricReader.builder(exporter)
                                        .setInterval(Duration.ofHours(1))
                                        .build())
                        .build()) {
            LongCounter counter = sdk.get("test").counterBuilder("mail.sent").build();
            counter.add(3);
            sdk.forceFlush().join(20, TimeUnit.SECONDS);
            counter.add(4);
            sdk.forceFlush().join(20, TimeUnit.SECONDS);
        }

        assertThat(sent.total()).isEqualTo(7);
    }

    @ParameterizedTest
    @CsvSource({"http,none", "http,gzip", "grpc,none", "grpc,gzip"})
    void spansFeedRatiosAndLatencies(String protocol, String compression) {
        Counted spans = Counted.fromNowOn(server, "relay-spans");
        Counted speed = Counted.fromNowOn(server, "relay-span-speed");
        try (var sdk =
                SdkTracerProvider.builder()
                        .setResource(resource)
                        .addSpanProcessor(
                                BatchSpanProcessor.builder(spanExporter(protocol, compression))
                                        .build())
                        .build()) {
            Tracer tracer = sdk.get("test");
            span(tracer, "POST /send", SpanKind.SERVER, StatusCode.UNSET, 100);
            span(tracer, "POST /send", SpanKind.SERVER, StatusCode.OK, 500);
            span(tracer, "POST /send", SpanKind.SERVER, StatusCode.ERROR, 501);
            span(tracer, "GET /other", SpanKind.SERVER, StatusCode.ERROR, 1);
            span(tracer, "select", SpanKind.CLIENT, StatusCode.ERROR, 1);
            sdk.forceFlush().join(20, TimeUnit.SECONDS);
        }

        assertThat(spans.total()).isEqualTo(4);
        assertThat(spans.good()).isEqualTo(2);
        assertThat(speed.total()).isEqualTo(3);
        assertThat(speed.good()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"http,none", "http,gzip", "grpc,none", "grpc,gzip"})
    void logRecordsAreCountedByWhatTheySay(String protocol, String compression) {
        Counted complaints = Counted.fromNowOn(server, "relay-complaints");
        try (var sdk =
                SdkLoggerProvider.builder()
                        .setResource(resource)
                        .addLogRecordProcessor(
                                BatchLogRecordProcessor.builder(logExporter(protocol, compression))
                                        .build())
                        .build()) {
            Logger logger = sdk.get("test");
            Instant now = Instant.now();
            record(logger, "relay", Severity.INFO, now);
            record(logger, "relay", Severity.ERROR, now);
            // The same words at the same time are two records all the same.
            record(logger, "relay", Severity.ERROR, now);
            record(logger, "other", Severity.ERROR, now);
            sdk.forceFlush().join(20, TimeUnit.SECONDS);
        }

        assertThat(complaints.total()).isEqualTo(3);
        assertThat(complaints.good()).isEqualTo(1);
    }

    private SpanExporter spanExporter(String protocol, String compression) {
        return protocol.equals("grpc")
                ? OtlpGrpcSpanExporter.builder()
                        .setEndpoint(grpcEndpoint())
                        .setCompression(compression)
                        .addHeader("authorization", bearer)
                        .build()
                : OtlpHttpSpanExporter.builder()
                        .setEndpoint(sender.uri("/v1/traces").toString())
                        .setCompression(compression)
                        .addHeader("Authorization", bearer)
                        .build();
    }

    private LogRecordExporter logExporter(String protocol, String compression) {
        return protocol.equals("grpc")
                ? OtlpGrpcLogRecordExporter.builder()
                        .setEndpoint(grpcEndpoint())
                        .setCompression(compression)
                        .addHeader("authorization", bearer)
                        .build()
                : OtlpHttpLogRecordExporter.builder()
                        .setEndpoint(sender.uri("/v1/logs").toString())
                        .setCompression(compression)
                        .addHeader("Authorization", bearer)
                        .build();
    }

    private String grpcEndpoint() {
        return "http://127.0.0.1:" + grpc.number();
    }

    private static void span(
            Tracer tracer, String name, SpanKind kind, StatusCode status, long millis) {
        Instant end = Instant.now();
        var span =
                tracer.spanBuilder(name)
                        .setSpanKind(kind)
                        .setStartTimestamp(end.minusMillis(millis))
                        .startSpan();
        span.setStatus(status);
        span.end(end);
    }

    private static void record(Logger logger, String name, Severity severity, Instant time) {
        logger.logRecordBuilder()
                .setTimestamp(time)
                .setObservedTimestamp(time)
                .setSeverity(severity)
                .setSeverityText(severity.name())
                .setBody("The relay does not take the mail")
                .setAttribute(AttributeKey.stringKey("logger"), name)
                .emit();
    }
}
