package dev.runside.server.catalog.definition;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A document's meaning as one text: JSON without spaces, fields in alphabetical order, every value
 * a string.
 */
final class Canonical {

    private Canonical() {}

    static String digest(Node root) {
        try {
            byte[] text = text(root).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    static String text(Node root) {
        StringBuilder text = new StringBuilder();
        write(root, text);
        return text.toString();
    }

    private static void write(Node node, StringBuilder text) {
        switch (node) {
            case MappingNode mapping -> writeMapping(mapping, text);
            case SequenceNode sequence -> writeSequence(sequence, text);
            case ScalarNode scalar -> writeString(scalar.getValue(), text);
            default -> throw new IllegalStateException("not in a document: " + node.getNodeType());
        }
    }

    private static void writeMapping(MappingNode mapping, StringBuilder text) {
        TreeMap<String, Node> fields = new TreeMap<>();
        for (NodeTuple field : mapping.getValue()) {
            fields.put(text(field.getKeyNode()), field.getValueNode());
        }
        text.append('{');
        fields.forEach((key, value) -> {
            text.append(text.charAt(text.length() - 1) == '{' ? "" : ",").append(key).append(':');
            write(value, text);
        });
        text.append('}');
    }

    private static void writeSequence(SequenceNode sequence, StringBuilder text) {
        text.append('[');
        String between = "";
        for (Node item : sequence.getValue()) {
            text.append(between);
            write(item, text);
            between = ",";
        }
        text.append(']');
    }

    private static void writeString(String value, StringBuilder text) {
        text.append('"');
        value.chars()
                .forEach(character -> {
                    if (character == '"' || character == '\\') {
                        text.append('\\').append((char) character);
                    } else if (character < ' ') {
                        text.append("\\u%04x".formatted(character));
                    } else {
                        text.append((char) character);
                    }
                });
        text.append('"');
    }
}
