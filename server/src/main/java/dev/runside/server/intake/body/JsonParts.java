package dev.runside.server.intake.body;

/**
 * Counts what a text of JSON will become in memory before it does: empty parts of two bytes each
 * would grow to forty times their size.
 */
public final class JsonParts {

    /** Objects, arrays and values beside the first of each. */
    public static final int MOST = 1_000_000;

    private JsonParts() {}

    public static boolean tooManyIn(byte[] body) {
        long marks = 0;
        for (byte octet : body) {
            if (octet == '{' || octet == '[' || octet == ',') {
                marks++;
            }
        }
        return marks > MOST;
    }
}
