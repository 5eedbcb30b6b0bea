package dev.runside.server.catalog.definition;

/**
 * A file of definitions as it was handed in.
 *
 * @param name as people know it, usually a path; only ever shown
 * @param firstLine the line of the file at which the text begins, from 1
 */
public record DefinitionFile(String name, String text, int firstLine) {

    /** As much text as one file may have, in characters. */
    public static final int LONGEST = 1024 * 1024;

    private static final int LONGEST_NAME = 500;

    public DefinitionFile {
        refuseName(name);
    }

    public DefinitionFile(String name, String text) {
        this(name, text, 1);
    }

    /** Throws, with a sentence, where a name cannot be shown. */
    public static void refuseName(String name) {
        boolean printable = name.codePoints().noneMatch(Character::isISOControl);
        if (name.isBlank() || name.length() > LONGEST_NAME || !printable) {
            throw new IllegalArgumentException(
                    "must be 1 to " + LONGEST_NAME + " printable characters");
        }
    }
}
