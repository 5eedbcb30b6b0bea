package dev.runside.server.intake.otlp;

import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.Span;
import java.util.List;

/** The spans or log records of one resource. */
record Told<T>(Resource resource, List<T> things) {

    static List<Told<Span>> spans(ExportTraceServiceRequest request) {
        return request.getResourceSpansList().stream()
                .map(each ->
                        new Told<>(
                                each.getResource(),
                                each.getScopeSpansList().stream()
                                        .flatMap(scope -> scope.getSpansList().stream())
                                        .toList()))
                .toList();
    }

    static List<Told<LogRecord>> records(ExportLogsServiceRequest request) {
        return request.getResourceLogsList().stream()
                .map(each ->
                        new Told<>(
                                each.getResource(),
                                each.getScopeLogsList().stream()
                                        .flatMap(scope -> scope.getLogRecordsList().stream())
                                        .toList()))
                .toList();
    }
}
