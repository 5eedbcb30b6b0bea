package dev.runside.server.catalog.documented;

import dev.runside.server.catalog.definition.DefinitionFile;
import dev.runside.server.catalog.definition.DefinitionReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Asks the reader which fields it knows, by one that it does not know. */
final class KnownFields {

    private static final String UNKNOWN = "qqqqqqqqqqqq";
    private static final Pattern KNOWN = Pattern.compile("remove it, or use one of (.*)");

    private final Map<String, Set<String>> byPlace = new TreeMap<>();

    /** The fields at each place of a kind; the places of a list's items are one. */
    Map<String, Set<String>> byPlace() {
        return byPlace;
    }

    void askFor(ObjectNode document) {
        for (JsonPointer place : objects(document, JsonPointer.empty())) {
            ObjectNode asking = document.deepCopy();
            ((ObjectNode) asking.at(place)).put(UNKNOWN, "x");
            String name = place.toString().replaceAll("/[0-9]+", "[]");
            byPlace.computeIfAbsent(name, _ -> new TreeSet<>()).addAll(answer(asking));
        }
    }

    private static List<String> answer(ObjectNode asking) {
        String text = Examples.YAML.writeValueAsString(asking);
        return DefinitionReader.read(List.of(new DefinitionFile("asking.yaml", text)))
                .faults()
                .stream()
                .filter(fault -> fault.field().endsWith(UNKNOWN))
                .flatMap(fault -> KNOWN.matcher(fault.fix()).results())
                .flatMap(known -> List.of(known.group(1).split(", ")).stream())
                .toList();
    }

    private static List<JsonPointer> objects(JsonNode node, JsonPointer at) {
        List<JsonPointer> found = new ArrayList<>();
        if (node.isObject()) {
            found.add(at);
        }
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            if (!field.getKey().matches("where|bad")) {
                found.addAll(objects(field.getValue(), at.appendProperty(field.getKey())));
            }
        }
        for (int index = 0; node.isArray() && index < node.size(); index++) {
            found.addAll(objects(node.get(index), at.appendIndex(index)));
        }
        return found;
    }
}
