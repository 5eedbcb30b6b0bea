package dev.runside.server.catalog.documented;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A document with one thing changed. */
record Mutation(String what, ObjectNode document) {

    /** Right for free texts and expressions, wrong for anything that has a form. */
    private static final String ODD = "!!";

    /** Each value made odd, each field left out, each field doubled under an unknown name. */
    static List<Mutation> of(ObjectNode document) {
        List<Mutation> mutations = new ArrayList<>();
        collect(document, document, JsonPointer.empty(), mutations);
        return mutations;
    }

    private static void collect(
            ObjectNode root, JsonNode node, JsonPointer at, List<Mutation> mutations) {
        switch (node) {
            case ObjectNode fields -> {
                for (Map.Entry<String, JsonNode> field : fields.properties()) {
                    JsonPointer place = at.appendProperty(field.getKey());
                    mutations.add(without(root, at, field.getKey()));
                    mutations.add(with(root, at, field.getKey() + "x", field.getValue()));
                    mutations.add(with(root, at, field.getKey(), root.objectNode().put("odd", 1)));
                    mutations.add(with(root, at, field.getKey(), root.arrayNode().add(ODD)));
                    collect(root, field.getValue(), place, mutations);
                }
            }
            case ArrayNode items -> {
                for (int index = 0; index < items.size(); index++) {
                    collect(root, items.get(index), at.appendIndex(index), mutations);
                }
            }
            default -> mutations.add(odd(root, at));
        }
    }

    private static Mutation without(ObjectNode root, JsonPointer at, String field) {
        ObjectNode copy = root.deepCopy();
        ((ObjectNode) copy.at(at)).remove(field);
        return new Mutation(name(root) + " without " + path(at, field), copy);
    }

    private static Mutation with(ObjectNode root, JsonPointer at, String field, JsonNode value) {
        ObjectNode copy = root.deepCopy();
        ((ObjectNode) copy.at(at)).set(field, value);
        return new Mutation(name(root) + " with " + path(at, field) + " = " + value, copy);
    }

    private static Mutation odd(ObjectNode root, JsonPointer at) {
        ObjectNode copy = root.deepCopy();
        JsonNode parent = copy.at(at.head());
        if (parent instanceof ArrayNode items) {
            items.set(at.last().getMatchingIndex(), ODD);
        } else {
            ((ObjectNode) parent).put(at.last().getMatchingProperty(), ODD);
        }
        return new Mutation(name(root) + " with " + path(at, "") + " = " + ODD, copy);
    }

    private static String name(ObjectNode root) {
        return Examples.kind(root);
    }

    private static String path(JsonPointer at, String field) {
        String path = at.toString() + (field.isEmpty() ? "" : "/" + field);
        return path.substring(1).replace('/', '.') + ":";
    }

    @Override
    public String toString() {
        return what;
    }
}
