package dev.runside.server.connect;

/** Lines of tools that send telemetry and runs of data jobs. */
final class TelemetryLines {

    private TelemetryLines() {}

    static Lines collector(Place place) {
        return Lines.of(
                "the collector's configuration: one more exporter, and its name added to the exporters of each pipeline that there is",
                """
                exporters:
                  otlphttp/runside:
                    endpoint: %s
                    headers:
                      Authorization: "Bearer ${file:%s}"
                service:
                  pipelines:
                    metrics:
                      exporters: [YOUR-PRESENT-EXPORTERS, otlphttp/runside]
                    traces:
                      exporters: [YOUR-PRESENT-EXPORTERS, otlphttp/runside]
                    logs:
                      exporters: [YOUR-PRESENT-EXPORTERS, otlphttp/runside]
                """
                        .formatted(place.url(), place.tokenFile()),
                "Restart the collector",
                "The user that the collector runs as must be able to read " + place.tokenFile(),
                "Leave out a pipeline that you do not have. What no indicator uses is taken and let go");
    }

    static Lines openLineage(Place place) {
        return Lines.of(
                "openlineage.yml, in the working directory of the job, in ~/.openlineage, or where OPENLINEAGE_CONFIG says",
                """
                transport:
                  type: http
                  url: %s
                  endpoint: api/v1/lineage
                  auth:
                    type: api_key
                    apiKey: %s
                """
                        .formatted(place.url(), place.token()),
                "Older Python clients call it api_key instead of apiKey",
                "Where events go somewhere already: type composite, with both transports under transports");
    }
}
