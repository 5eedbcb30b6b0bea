package dev.runside.server.catalog.documented;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** Which fields a schema knows at which place. */
final class SchemaFields {

    private SchemaFields() {}

    static Map<String, Set<String>> of(JsonNode schema, Set<String> places) {
        Map<String, Set<String>> fields = new TreeMap<>();
        for (String place : places) {
            fields.put(place, new TreeSet<>(at(schema, place).path("properties").propertyNames()));
        }
        return fields;
    }

    private static JsonNode at(JsonNode schema, String place) {
        JsonNode at = schema;
        for (String step : place.replace("[]", "/[]").split("/")) {
            if (step.isEmpty()) {
                continue;
            }
            at = step.equals("[]") ? at.path("items") : at.path("properties").path(step);
            at = at.has("$ref") ? schema.at(at.path("$ref").asString().substring(1)) : at;
        }
        return at;
    }
}
