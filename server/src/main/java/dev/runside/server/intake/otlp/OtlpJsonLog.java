package dev.runside.server.intake.otlp;

import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.logs.v1.ResourceLogs;
import io.opentelemetry.proto.logs.v1.ScopeLogs;
import tools.jackson.databind.JsonNode;

/** Reads the log records of OTLP's JSON encoding. */
final class OtlpJsonLog {

    private OtlpJsonLog() {}

    static ExportLogsServiceRequest request(JsonNode node) {
        var request = ExportLogsServiceRequest.newBuilder();
        node.path("resourceLogs").forEach(each -> request.addResourceLogs(resource(each)));
        return request.build();
    }

    private static ResourceLogs resource(JsonNode node) {
        var resource = ResourceLogs.newBuilder().setResource(OtlpJson.resource(node));
        for (JsonNode each : node.path("scopeLogs")) {
            var scope = ScopeLogs.newBuilder();
            each.path("logRecords").forEach(record -> scope.addLogRecords(record(record)));
            resource.addScopeLogs(scope);
        }
        return resource.build();
    }

    private static LogRecord record(JsonNode node) {
        return LogRecord.newBuilder()
                .setTimeUnixNano(OtlpJson.integer(node, "timeUnixNano"))
                .setObservedTimeUnixNano(OtlpJson.integer(node, "observedTimeUnixNano"))
                .setSeverityNumberValue((int) OtlpJson.integer(node, "severityNumber"))
                .setSeverityText(node.path("severityText").asString(""))
                .setBody(OtlpJson.value(node.path("body")))
                .addAllAttributes(OtlpJson.attributes(node))
                .setTraceId(OtlpJson.id(node, "traceId"))
                .setSpanId(OtlpJson.id(node, "spanId"))
                .setEventName(node.path("eventName").asString(""))
                .build();
    }
}
