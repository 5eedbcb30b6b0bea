package dev.runside.server.intake.otlp;

/** The three kinds of telemetry, and what they are called where they are alike otherwise. */
enum OtlpSignal {
    METRICS(
            "opentelemetry.proto.collector.metrics.v1.MetricsService/Export",
            "rejectedDataPoints",
            "runside.intake.points"),
    TRACES(
            "opentelemetry.proto.collector.trace.v1.TraceService/Export",
            "rejectedSpans",
            "runside.intake.spans"),
    LOGS(
            "opentelemetry.proto.collector.logs.v1.LogsService/Export",
            "rejectedLogRecords",
            "runside.intake.log.records");

    private final String method;
    private final String rejected;
    private final String meter;

    OtlpSignal(String method, String rejected, String meter) {
        this.method = method;
        this.rejected = rejected;
        this.meter = meter;
    }

    /** Of gRPC. */
    String method() {
        return method;
    }

    /** What JSON calls the number of those that were not taken. */
    String rejected() {
        return rejected;
    }

    String meter() {
        return meter;
    }
}
