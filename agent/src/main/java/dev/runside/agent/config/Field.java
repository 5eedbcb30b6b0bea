package dev.runside.agent.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A place in the file, with its path for people: reads values there, or says what is wrong. */
record Field(Path file, String path, Node node) {

    Optional<Field> find(String name) throws ConfigException {
        return switch (node) {
            case Node.Fields(Map<String, Node> fields, _) ->
                    Optional.ofNullable(fields.get(name)).map(child -> at(name, child));
            case Node.Text _, Node.Items _ -> throw wrong("holds no fields", "Write name: value.");
        };
    }

    Field fetch(String name, String example) throws ConfigException {
        Optional<Field> found = find(name);
        if (found.isEmpty()) {
            throw wrong("lacks " + name, "Add for example `" + name + ": " + example + "`.");
        }
        return found.get();
    }

    /** Refuses fields that nobody would read: most likely a slip. */
    void allowOnly(Set<String> names) throws ConfigException {
        if (!(node instanceof Node.Fields(Map<String, Node> fields, _))) {
            throw wrong("holds no fields", "Write name: value.");
        }
        for (Map.Entry<String, Node> field : fields.entrySet()) {
            if (!names.contains(field.getKey())) {
                throw at(field.getKey(), field.getValue())
                        .wrong("is not known here", "Known are " + Words.list(names) + ".");
            }
        }
    }

    String text() throws ConfigException {
        if (node instanceof Node.Text(String value, _) && !value.isBlank()) {
            return value;
        }
        throw wrong("must be one value", "Write a text here.");
    }

    private String textOrNothing() throws ConfigException {
        return node instanceof Node.Text(String value, _) ? value : text();
    }

    Path absolutePath() throws ConfigException {
        Path found = Path.of(text());
        if (!found.isAbsolute() || !found.equals(found.normalize())) {
            throw wrong("must be an absolute path", "Begin it with / and leave out . and ..");
        }
        return found;
    }

    Duration duration() throws ConfigException {
        return Words.duration(text())
                .orElseThrow(() -> wrong("is not a span of time", "Write for example 25ms or 1s."));
    }

    int count() throws ConfigException {
        return Words.count(text())
                .orElseThrow(() -> wrong("is not a number of 1 or more", "Write for example 3."));
    }

    URI uri(Set<String> schemes) throws ConfigException {
        return Words.uri(text(), schemes)
                .orElseThrow(() ->
                        wrong(
                                "is not an address with a host",
                                "Write one that begins with "
                                        + Words.list(schemes)
                                        + ", for example http://127.0.0.1:7070."));
    }

    List<Field> items() throws ConfigException {
        if (!(node instanceof Node.Items(List<Node> items, _))) {
            throw wrong("must be a list", "Write [a, b] or lines that begin with a dash.");
        }
        List<Field> fields = new ArrayList<>();
        for (Node item : items) {
            fields.add(new Field(file, path + "[" + fields.size() + "]", item));
        }
        return fields;
    }

    Map<String, String> texts() throws ConfigException {
        if (!(node instanceof Node.Fields(Map<String, Node> fields, _))) {
            throw wrong("must hold fields", "Write NAME: value.");
        }
        Map<String, String> texts = new LinkedHashMap<>();
        for (Map.Entry<String, Node> field : fields.entrySet()) {
            texts.put(field.getKey(), at(field.getKey(), field.getValue()).textOrNothing());
        }
        return texts;
    }

    ConfigException wrong(String problem, String fix) {
        return new ConfigException(file, node.line(), path.isEmpty() ? "file" : path, problem, fix);
    }

    private Field at(String name, Node child) {
        return new Field(file, path.isEmpty() ? name : path + "." + name, child);
    }
}
