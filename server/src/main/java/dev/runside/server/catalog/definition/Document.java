package dev.runside.server.catalog.definition;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * One document of a file, which knows on which line each of its fields stands. What it was parsed
 * into is let go once it is read: it is twenty times as large. So are the lines, ten times as
 * large: for a later fault it is read again.
 */
public final class Document {

    private final DefinitionFile file;
    private final String digest;
    private Optional<Map<String, Integer>> found = Optional.of(new HashMap<>());

    /**
     * @param file the part of the file that this document takes up
     */
    Document(DefinitionFile file, Node root) {
        this.file = file;
        this.digest = Canonical.digest(root);
        found("", root);
    }

    /** The document's own text, comments included, with where it stands. */
    public DefinitionFile file() {
        return file;
    }

    public int line() {
        return lineOf("");
    }

    public String digest() {
        return digest;
    }

    /** A fault of one field; of the nearest one around it where that field is not there. */
    public Fault fault(String field, String detail, String fix) {
        return new Fault(file.name(), lineOf(field), field, detail, fix);
    }

    void found(String field, Node at) {
        found.ifPresent(lines -> lines.put(field, lineOf(at)));
    }

    /** It is read: where its fields stand is let go. */
    void settle() {
        found = Optional.empty();
    }

    private int lineOf(String field) {
        Map<String, Integer> lines = found.orElseGet(() -> DefinitionReader.lines(file));
        String around = field;
        while (!lines.containsKey(around)) {
            int cut = Math.max(around.lastIndexOf('.'), around.lastIndexOf('['));
            around = around.substring(0, Math.max(0, cut));
        }
        return lines.getOrDefault(around, file.firstLine());
    }

    /** Where its fields stand; empty once it is settled. */
    Map<String, Integer> lines() {
        return Map.copyOf(found.orElse(Map.of()));
    }

    private int lineOf(Node node) {
        return file.firstLine() + node.getStartMark().map(mark -> mark.getLine()).orElse(0);
    }
}
