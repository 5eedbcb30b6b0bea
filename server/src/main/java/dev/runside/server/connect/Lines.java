package dev.runside.server.connect;

import java.util.List;

/**
 * What has to be put where.
 *
 * @param parts each to be put into one file or form
 * @param then what makes the tool take it, and what to mind
 */
public record Lines(List<Part> parts, List<String> then) {

    public Lines {
        parts = List.copyOf(parts);
        then = List.copyOf(then);
    }

    /**
     * @param where the file or form, in words
     */
    public record Part(String where, String text) {}

    static Lines of(String where, String text, String... then) {
        return new Lines(List.of(new Part(where, text)), List.of(then));
    }
}
