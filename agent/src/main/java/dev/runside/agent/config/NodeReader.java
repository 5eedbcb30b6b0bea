package dev.runside.agent.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLParser;

/** Reads one YAML document into nodes that know their lines. */
final class NodeReader {

    private static final YAMLFactory YAML = new YAMLFactory();
    private static final int DEEPEST = 20;

    private final Path file;
    private final YAMLParser parser;

    private NodeReader(Path file, YAMLParser parser) {
        this.file = file;
        this.parser = parser;
    }

    static Node read(Path file, String text) throws ConfigException {
        try (YAMLParser parser = (YAMLParser) YAML.createParser(ObjectReadContext.empty(), text)) {
            if (parser.nextToken() == null) {
                throw new ConfigException(file, "is empty", "Write at least a name.");
            }
            return new NodeReader(file, parser).document();
        } catch (JacksonException e) {
            throw new ConfigException(
                    file,
                    Math.max(1, e.getLocation() == null ? 1 : e.getLocation().getLineNr()),
                    "YAML",
                    String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("unreadable"),
                    "Put the YAML right.");
        }
    }

    private Node document() throws ConfigException {
        Node document = node(0);
        if (parser.nextToken() != null) {
            throw problem("YAML", "holds a second document", "Leave one.");
        }
        return document;
    }

    private Node node(int depth) throws ConfigException {
        if (depth > DEEPEST) {
            throw problem("YAML", "is nested too deeply", "Nothing here needs that.");
        }
        if (parser.isCurrentAlias()) {
            throw problem("YAML", "refers to an anchor", "Write the value out.");
        }
        return switch (parser.currentToken()) {
            case START_OBJECT -> fields(depth);
            case START_ARRAY -> items(depth);
            case VALUE_NULL -> new Node.Text("", line());
            default -> new Node.Text(String.valueOf(parser.getString()), line());
        };
    }

    private Node fields(int depth) throws ConfigException {
        int line = line();
        Map<String, Node> fields = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            if (fields.put(name, node(depth + 1)) != null) {
                throw problem(name, "stands here twice", "Leave one of them.");
            }
        }
        return new Node.Fields(fields, line);
    }

    private Node items(int depth) throws ConfigException {
        int line = line();
        List<Node> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(node(depth + 1));
        }
        return new Node.Items(items, line);
    }

    private int line() {
        return Math.max(1, parser.currentTokenLocation().getLineNr());
    }

    private ConfigException problem(String field, String problem, String fix) {
        return new ConfigException(file, line(), field, problem, fix);
    }
}
