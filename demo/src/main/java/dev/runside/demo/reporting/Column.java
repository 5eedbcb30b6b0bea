package dev.runside.demo.reporting;

import java.util.Map;

/** One column of a table, as the schema facet of OpenLineage has it. */
record Column(String name, String type) {

    Map<String, Object> json() {
        return Map.of("name", name, "type", type);
    }
}
