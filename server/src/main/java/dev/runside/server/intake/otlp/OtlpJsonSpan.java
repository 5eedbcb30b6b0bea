package dev.runside.server.intake.otlp;

import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import tools.jackson.databind.JsonNode;

/** Reads the spans of OTLP's JSON encoding, as far as counting needs them. */
final class OtlpJsonSpan {

    private OtlpJsonSpan() {}

    static ExportTraceServiceRequest request(JsonNode node) {
        var request = ExportTraceServiceRequest.newBuilder();
        node.path("resourceSpans").forEach(each -> request.addResourceSpans(resource(each)));
        return request.build();
    }

    private static ResourceSpans resource(JsonNode node) {
        var resource = ResourceSpans.newBuilder().setResource(OtlpJson.resource(node));
        for (JsonNode each : node.path("scopeSpans")) {
            var scope = ScopeSpans.newBuilder();
            each.path("spans").forEach(span -> scope.addSpans(span(span)));
            resource.addScopeSpans(scope);
        }
        return resource.build();
    }

    private static Span span(JsonNode node) {
        return Span.newBuilder()
                .setTraceId(OtlpJson.id(node, "traceId"))
                .setSpanId(OtlpJson.id(node, "spanId"))
                .setParentSpanId(OtlpJson.id(node, "parentSpanId"))
                .setName(node.path("name").asString(""))
                .setKindValue((int) OtlpJson.integer(node, "kind"))
                .setStartTimeUnixNano(OtlpJson.integer(node, "startTimeUnixNano"))
                .setEndTimeUnixNano(OtlpJson.integer(node, "endTimeUnixNano"))
                .setStatus(
                        Status.newBuilder()
                                .setCodeValue((int) OtlpJson.integer(node.path("status"), "code")))
                .addAllAttributes(OtlpJson.attributes(node))
                .build();
    }
}
