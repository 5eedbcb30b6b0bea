package dev.runside.server.intake.lineage;

import dev.runside.server.intake.body.Item;
import java.util.List;
import java.util.stream.Stream;

/** What a pipeline calls one of its jobs. */
record Job(String namespace, String name) {

    static final Job NONE = new Job("", "");

    private static final int MOST_NAME = 500;

    static Job read(Item job) {
        return new Job(job.required("namespace", MOST_NAME), job.required("name", MOST_NAME));
    }

    /** The name as it is, its first part (a DAG and its task), and the namespace. */
    List<String> names() {
        return Stream.of(name, name.replaceFirst("\\..*", ""), namespace)
                .filter(text -> !text.isBlank())
                .distinct()
                .toList();
    }

    String path() {
        return namespace + "/" + name;
    }
}
