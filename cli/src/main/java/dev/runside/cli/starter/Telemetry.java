package dev.runside.cli.starter;

/**
 * Where a product's telemetry goes, as OpenTelemetry's environment variables say it.
 *
 * @param endpoint without a path, which the SDK adds
 * @param token the source's, bound to the product
 */
public record Telemetry(String endpoint, String token) {

    /** The value of {@code OTEL_EXPORTER_OTLP_HEADERS}, encoded as W3C Baggage: %20 is a space. */
    String headers() {
        return "Authorization=Bearer%20" + token;
    }
}
