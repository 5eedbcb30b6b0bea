package dev.runside.agent.config;

import java.util.List;
import java.util.Map;

/** A value of a YAML document that knows the line it stands on, the first being 1. */
sealed interface Node {

    int line();

    record Text(String value, int line) implements Node {}

    record Items(List<Node> items, int line) implements Node {}

    /**
     * @param fields in the order of the document
     */
    record Fields(Map<String, Node> fields, int line) implements Node {}
}
