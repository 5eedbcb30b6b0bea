package dev.runside.demo.service;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.exporter.otlp.http.metrics.OtlpHttpMetricExporter;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.export.PeriodicMetricReader;
import io.opentelemetry.sdk.resources.Resource;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The service's metrics, sent every second over OTLP/HTTP under OpenTelemetry's semantic
 * conventions.
 */
public final class Telemetry implements AutoCloseable {

    private static final AttributeKey<String> METHOD =
            AttributeKey.stringKey("http.request.method");
    private static final AttributeKey<String> ROUTE = AttributeKey.stringKey("http.route");
    private static final AttributeKey<Long> STATUS =
            AttributeKey.longKey("http.response.status_code");
    private static final AttributeKey<String> SCHEME = AttributeKey.stringKey("url.scheme");

    /** Bounds in seconds, as the conventions advise. */
    private static final List<Double> BOUNDS =
            List.of(
                    0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1.0, 2.5, 5.0, 7.5,
                    10.0);

    private final SdkMeterProvider provider;
    private final Meter meter;
    private final DoubleHistogram requests;

    private Telemetry(SdkMeterProvider provider) {
        this.provider = provider;
        this.meter = provider.get("dev.runside.demo");
        this.requests = histogram("http.server.request.duration");
    }

    /**
     * @param otlp where metrics go, without the path
     * @param token asked before each export: at a first start it is there later than the service
     */
    static Telemetry sending(String service, String version, URI otlp, Supplier<String> token) {
        OtlpHttpMetricExporter exporter =
                OtlpHttpMetricExporter.builder()
                        .setEndpoint(otlp.resolve("/v1/metrics").toString())
                        .setTimeout(Duration.ofSeconds(2))
                        .setRetryPolicy(null)
                        .setHeaders(() -> Map.of("Authorization", "Bearer " + token.get()))
                        .build();
        PeriodicMetricReader reader =
                PeriodicMetricReader.builder(exporter).setInterval(Duration.ofSeconds(1)).build();
        return new Telemetry(
                SdkMeterProvider.builder()
                        .setResource(resource(service, version))
                        .registerMetricReader(reader)
                        .build());
    }

    /** For a process that is no part of the company. */
    static Telemetry silent() {
        return new Telemetry(SdkMeterProvider.builder().build());
    }

    private static Resource resource(String service, String version) {
        return Resource.create(
                Attributes.builder()
                        .put("service.name", service)
                        .put("service.version", version)
                        .put("service.instance.id", UUID.randomUUID().toString())
                        .build());
    }

    public DoubleHistogram histogram(String name) {
        return meter.histogramBuilder(name)
                .setUnit("s")
                .setExplicitBucketBoundariesAdvice(BOUNDS)
                .build();
    }

    public LongCounter counter(String name, String unit) {
        return meter.counterBuilder(name).setUnit(unit).build();
    }

    void served(String method, String route, int status, Duration took) {
        requests.record(
                seconds(took),
                Attributes.of(METHOD, method, ROUTE, route, STATUS, (long) status, SCHEME, "http"));
    }

    public static double seconds(Duration time) {
        return time.toNanos() / 1e9;
    }

    /**
     * Sends what is measured so far. A receiver that is away would hold the SDK up for seconds:
     * nobody waits that long.
     */
    @Override
    public void close() {
        Thread last = Thread.ofVirtual().start(provider::close);
        try {
            last.join(Duration.ofMillis(300));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
