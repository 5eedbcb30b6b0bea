package dev.runside.server.catalog.documented;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The examples of the definitions' reference, as they stand there. */
final class Examples {

    static final YAMLMapper YAML = YAMLMapper.shared();

    private static final Pattern BLOCK = Pattern.compile("(?ms)^```yaml\n(.*?)^```");
    private static final Path ROOT = Path.of(System.getProperty("runside.root", ".."));

    private Examples() {}

    static Path reference() {
        return ROOT.resolve("docs/reference");
    }

    /** All of them, one document after the other. */
    static String text() {
        return String.join("---\n", blocks());
    }

    static List<ObjectNode> documents() {
        return Stream.of(text().split("(?m)^---\n"))
                .map(text -> (ObjectNode) YAML.readTree(text))
                .toList();
    }

    static String kind(JsonNode document) {
        return document.path("kind").asString();
    }

    private static List<String> blocks() {
        try {
            String page = Files.readString(reference().resolve("definitions.md"));
            return BLOCK.matcher(page).results().map(block -> block.group(1)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
