package dev.runside.server.intake.otlp;

import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Attributes as sorted texts, in which indicators match and by which series are told apart. */
final class Attributes {

    private Attributes() {}

    static TreeMap<String, String> texts(List<KeyValue> attributes) {
        TreeMap<String, String> texts = new TreeMap<>();
        attributes.forEach(each -> texts.put(each.getKey(), text(each.getValue())));
        return texts;
    }

    private static String text(AnyValue value) {
        return switch (value.getValueCase()) {
            case STRING_VALUE -> value.getStringValue();
            case BOOL_VALUE -> Boolean.toString(value.getBoolValue());
            case INT_VALUE -> Long.toString(value.getIntValue());
            case DOUBLE_VALUE -> Double.toString(value.getDoubleValue());
            case BYTES_VALUE -> HexFormat.of().formatHex(value.getBytesValue().toByteArray());
            case ARRAY_VALUE ->
                    value.getArrayValue().getValuesList().stream()
                            .map(Attributes::text)
                            .collect(Collectors.joining(",", "[", "]"));
            case KVLIST_VALUE -> texts(value.getKvlistValue().getValuesList()).toString();
            case STRING_VALUE_STRINDEX, VALUE_NOT_SET -> "";
        };
    }

    /** Point attributes before those of the resource. */
    static Map<String, String> together(Map<String, String> resource, Map<String, String> point) {
        Map<String, String> together = new TreeMap<>(resource);
        together.putAll(point);
        return together;
    }
}
