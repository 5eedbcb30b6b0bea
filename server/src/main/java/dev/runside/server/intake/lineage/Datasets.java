package dev.runside.server.intake.lineage;

import dev.runside.server.intake.body.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Describes what a run reads and writes: one attribute {@code input.NAME} or {@code output.NAME}
 * ({@code dataset.NAME} where no run is told of) a data set with a schema facet, its columns as
 * {@code name:type,name:type}. A data set without columns gets no attribute: to say "none" would
 * read as "all are gone". So does one with more columns than are kept; {@code omitted} names it.
 */
final class Datasets {

    private static final int MOST_DATASETS = 200;
    private static final int MOST_FIELDS = 5_000;
    private static final int MOST_DEPTH = 8;
    private static final int MOST_CHARACTERS = 60_000;
    private static final int MOST_NAME = 500;

    private final Item event;

    Datasets(Item event) {
        this.event = event;
    }

    void describe(Map<String, String> attributes) {
        event.objects("inputs", MOST_DATASETS)
                .forEach(dataset -> describe("input.", dataset, attributes));
        event.objects("outputs", MOST_DATASETS)
                .forEach(dataset -> describe("output.", dataset, attributes));
        event.object("dataset").ifPresent(dataset -> describe("dataset.", dataset, attributes));
        names("reads", "inputs", attributes);
        names("writes", "outputs", attributes);
    }

    /** What is read and written, also where nothing is said of its columns. */
    private void names(String attribute, String field, Map<String, String> attributes) {
        String names =
                event.objects(field, MOST_DATASETS).stream()
                        .map(dataset -> plain(dataset.shortened("name", MOST_NAME), ","))
                        .filter(name -> !name.isBlank())
                        .distinct()
                        .collect(Collectors.joining(","));
        if (!names.isEmpty()) {
            attributes.put(attribute, names);
        }
    }

    private static void describe(String prefix, Item dataset, Map<String, String> attributes) {
        String namespace = dataset.required("namespace", MOST_NAME);
        String name = dataset.required("name", MOST_NAME);
        List<String> columns = new ArrayList<>();
        dataset.object("facets")
                .flatMap(facets -> facets.object("schema"))
                .ifPresent(schema -> columns(schema, "", 0, columns));
        String all = String.join(",", columns);
        String key = prefix + name;
        if (columns.size() > MOST_FIELDS || all.length() > MOST_CHARACTERS) {
            attributes.merge("omitted", key, (before, more) -> before + " " + more);
        } else if (!columns.isEmpty()) {
            attributes.put(
                    attributes.containsKey(key) ? prefix + namespace + "/" + name : key, all);
        }
    }

    /** Nested fields as {@code parent.child}. */
    private static void columns(Item parent, String path, int depth, List<String> columns) {
        for (Item field : parent.objects("fields", MOST_FIELDS)) {
            String name = path + field.required("name", MOST_NAME);
            String type = field.text("type", Integer.MAX_VALUE).orElse("");
            columns.add(plain(name, ":,") + ":" + plain(type, ","));
            if (depth < MOST_DEPTH && columns.size() <= MOST_FIELDS) {
                columns(field, name + ".", depth + 1, columns);
            }
        }
    }

    /** Without the signs that stand between columns. */
    private static String plain(String text, String signs) {
        String plain = text;
        for (char sign : signs.toCharArray()) {
            plain = plain.replace(sign, ';');
        }
        return plain;
    }
}
