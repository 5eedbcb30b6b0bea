package dev.runside.server.intake.otlp;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.logs.v1.ResourceLogs;
import io.opentelemetry.proto.logs.v1.ScopeLogs;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;

/** Makes spans and log records as a sender might, good ones and odd ones. */
final class Happenings {

    private Happenings() {}

    static ExportTraceServiceRequest of(String service, Span... spans) {
        return ExportTraceServiceRequest.newBuilder()
                .addResourceSpans(
                        ResourceSpans.newBuilder()
                                .setResource(resource(service))
                                .addScopeSpans(ScopeSpans.newBuilder().addAllSpans(List.of(spans))))
                .build();
    }

    static ExportLogsServiceRequest of(String service, LogRecord... records) {
        return ExportLogsServiceRequest.newBuilder()
                .addResourceLogs(
                        ResourceLogs.newBuilder()
                                .setResource(resource(service))
                                .addScopeLogs(
                                        ScopeLogs.newBuilder().addAllLogRecords(List.of(records))))
                .build();
    }

    /** A server's span that went well. */
    static Span span(long trace, long id, Instant end) {
        return Span.newBuilder()
                .setTraceId(ByteString.copyFrom(ByteBuffer.allocate(16).putLong(8, trace)))
                .setSpanId(ByteString.copyFrom(ByteBuffer.allocate(8).putLong(0, id)))
                .setName("POST /send")
                .setKind(Span.SpanKind.SPAN_KIND_SERVER)
                .setStartTimeUnixNano(Exports.nanos(end.minusMillis(20)))
                .setEndTimeUnixNano(Exports.nanos(end))
                .build();
    }

    static LogRecord record(String severity, Instant time) {
        return LogRecord.newBuilder()
                .setTimeUnixNano(Exports.nanos(time))
                .setSeverityText(severity)
                .addAttributes(Exports.attribute("logger", "relay"))
                .build();
    }

    private static Resource resource(String service) {
        return Resource.newBuilder()
                .addAttributes(Exports.attribute("service.name", service))
                .build();
    }
}
