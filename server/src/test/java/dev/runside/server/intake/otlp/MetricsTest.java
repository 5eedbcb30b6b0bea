package dev.runside.server.intake.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.server.intake.Counted;
import dev.runside.server.intake.IntakeTest;
import dev.runside.server.intake.Sender;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.exporter.otlp.http.metrics.OtlpHttpMetricExporter;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.export.AggregationTemporalitySelector;
import io.opentelemetry.sdk.metrics.export.PeriodicMetricReader;
import io.opentelemetry.sdk.resources.Resource;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** OpenTelemetry's own Java SDK sends. */
@IntakeTest
class MetricsTest {

    private static final AttributeKey<String> ROUTE = AttributeKey.stringKey("http.route");
    private static final AttributeKey<Long> STATUS =
            AttributeKey.longKey("http.response.status_code");

    @Autowired private Sender sender;
    @Autowired private ApplicationContext server;

    private Counted availability;
    private Counted speed;
    private Counted sent;

    @BeforeEach
    void begin() {
        availability = Counted.fromNowOn(server, "relay-availability");
        speed = Counted.fromNowOn(server, "relay-speed");
        sent = Counted.fromNowOn(server, "mails-sent");
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "gzip"})
    void aHistogramFeedsRatiosAndLatencies(String compression) {
        try (SdkMeterProvider sdk =
                sdk("relay", compression, AggregationTemporalitySelector.alwaysCumulative())) {
            DoubleHistogram requests = requests(sdk);
            request(requests, "/send", 200, 0.1);
            request(requests, "/send", 200, 0.7);
            export(sdk);
            request(requests, "/send", 200, 0.5);
            request(requests, "/send", 503, 0.01);
            request(requests, "/other", 503, 0.01);
            export(sdk);
            export(sdk);

            assertThat(availability.total()).isEqualTo(4);
            assertThat(availability.good()).isEqualTo(3);
            assertThat(speed.total()).isEqualTo(5);
            assertThat(speed.good()).isEqualTo(4);
        }
    }

    @Test
    void aCounterOfAnyHopFeedsTheRateOfItsProduct() {
        try (SdkMeterProvider web =
                        sdk("web", "gzip", AggregationTemporalitySelector.alwaysCumulative());
                SdkMeterProvider relay =
                        sdk("relay", "gzip", AggregationTemporalitySelector.deltaPreferred());
                SdkMeterProvider rollup =
                        sdk("rollup", "gzip", AggregationTemporalitySelector.alwaysCumulative())) {
            for (SdkMeterProvider sdk : List.of(web, relay, rollup)) {
                LongCounter counter = sdk.get("test").counterBuilder("mail.sent").build();
                counter.add(3);
                export(sdk);
                counter.add(4);
                export(sdk);
            }

            assertThat(sent.total()).isEqualTo(14);
            assertThat(sent.good()).isEqualTo(14);
        }
    }

    @Test
    void aProcessThatStartsAgainCountsFromItsOwnZero() {
        for (int process = 0; process < 2; process++) {
            try (SdkMeterProvider sdk =
                    sdk("relay", "gzip", AggregationTemporalitySelector.alwaysCumulative())) {
                LongCounter counter = sdk.get("again").counterBuilder("mail.sent").build();
                counter.add(5);
                export(sdk);
            }
        }

        assertThat(sent.total()).isEqualTo(10);
    }

    private SdkMeterProvider sdk(
            String service, String compression, AggregationTemporalitySelector temporality) {
        OtlpHttpMetricExporter exporter =
                OtlpHttpMetricExporter.builder()
                        .setEndpoint(sender.uri("/v1/metrics").toString())
                        .setCompression(compression)
                        .setAggregationTemporalitySelector(temporality)
                        .addHeader("Authorization", "Bearer " + sender.source("*"))
                        .build();
        return SdkMeterProvider.builder()
                .setResource(
                        Resource.create(
                                Attributes.of(
                                        AttributeKey.stringKey("service.name"),
                                        service,
                                        AttributeKey.stringKey("service.instance.id"),
                                        sender.unique("instance"))))
                .registerMetricReader(
                        PeriodicMetricReader.builder(exporter)
                                .setInterval(Duration.ofHours(1))
                                .build())
                .build();
    }

    private static DoubleHistogram requests(SdkMeterProvider sdk) {
        return sdk.get("test")
                .histogramBuilder("http.server.request.duration")
                .setUnit("s")
                .setExplicitBucketBoundariesAdvice(List.of(0.1, 0.5, 1.0))
                .build();
    }

    private static void request(DoubleHistogram requests, String route, long status, double took) {
        requests.record(took, Attributes.of(ROUTE, route, STATUS, status));
    }

    private static void export(SdkMeterProvider sdk) {
        sdk.forceFlush().join(20, TimeUnit.SECONDS);
    }
}
