package dev.runside.server.intake.otlp;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.ArrayValue;
import io.opentelemetry.proto.common.v1.InstrumentationScope;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.common.v1.KeyValueList;
import io.opentelemetry.proto.metrics.v1.ResourceMetrics;
import io.opentelemetry.proto.metrics.v1.ScopeMetrics;
import io.opentelemetry.proto.resource.v1.Resource;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Reads OTLP's JSON encoding (opentelemetry-proto, docs/specification.md): 64-bit integers are
 * texts or numbers, enumerations are numbers, fields that are not known are passed over.
 */
final class OtlpJson {

    private static final int MOST_DEPTH = 8;

    private OtlpJson() {}

    static ExportMetricsServiceRequest metrics(JsonNode request) {
        var all = ExportMetricsServiceRequest.newBuilder();
        request.path("resourceMetrics").forEach(each -> all.addResourceMetrics(ofResource(each)));
        return all.build();
    }

    private static ResourceMetrics ofResource(JsonNode node) {
        var resource = ResourceMetrics.newBuilder().setResource(resource(node));
        node.path("scopeMetrics").forEach(each -> resource.addScopeMetrics(scope(each)));
        return resource.build();
    }

    private static ScopeMetrics scope(JsonNode node) {
        JsonNode named = node.path("scope");
        var scope =
                ScopeMetrics.newBuilder()
                        .setScope(
                                InstrumentationScope.newBuilder()
                                        .setName(named.path("name").asString(""))
                                        .setVersion(named.path("version").asString("")));
        node.path("metrics").forEach(each -> scope.addMetrics(OtlpJsonMetric.read(each)));
        return scope.build();
    }

    static Resource resource(JsonNode owner) {
        return Resource.newBuilder().addAllAttributes(attributes(owner.path("resource"))).build();
    }

    static List<KeyValue> attributes(JsonNode owner) {
        return keyValues(owner.path("attributes"), 0);
    }

    private static List<KeyValue> keyValues(JsonNode list, int depth) {
        return list.valueStream()
                .map(each ->
                        KeyValue.newBuilder()
                                .setKey(each.path("key").asString(""))
                                .setValue(value(each.path("value"), depth))
                                .build())
                .toList();
    }

    static AnyValue value(JsonNode node) {
        return value(node, 0);
    }

    private static AnyValue value(JsonNode node, int depth) {
        var value = AnyValue.newBuilder();
        if (node.has("stringValue")) {
            value.setStringValue(node.path("stringValue").asString(""));
        } else if (node.has("intValue")) {
            value.setIntValue(number(node.path("intValue")));
        } else if (node.has("doubleValue")) {
            value.setDoubleValue(decimal(node.path("doubleValue")));
        } else if (node.has("boolValue")) {
            value.setBoolValue(node.path("boolValue").asBoolean(false));
        } else if (node.has("bytesValue")) {
            value.setBytesValue(
                    ByteString.copyFrom(
                            node.path("bytesValue").asString(""), StandardCharsets.UTF_8));
        } else if (depth < MOST_DEPTH) {
            nested(node, depth + 1, value);
        }
        return value.build();
    }

    private static void nested(JsonNode node, int depth, AnyValue.Builder value) {
        if (node.has("arrayValue")) {
            var array = ArrayValue.newBuilder();
            node.path("arrayValue")
                    .path("values")
                    .forEach(each -> array.addValues(value(each, depth)));
            value.setArrayValue(array);
        } else if (node.has("kvlistValue")) {
            value.setKvlistValue(
                    KeyValueList.newBuilder()
                            .addAllValues(
                                    keyValues(node.path("kvlistValue").path("values"), depth)));
        }
    }

    /** Ids of traces and spans are hexadecimal here. */
    static ByteString id(JsonNode owner, String field) {
        try {
            return ByteString.fromHex(owner.path(field).asString(""));
        } catch (NumberFormatException _) {
            return ByteString.EMPTY;
        }
    }

    static long integer(JsonNode owner, String field) {
        return number(owner.path(field));
    }

    static long number(JsonNode node) {
        return node.isString() ? Long.parseLong(node.stringValue()) : node.asLong(0);
    }

    static double decimal(JsonNode node) {
        return node.isString() ? Double.parseDouble(node.stringValue()) : node.asDouble(0);
    }
}
