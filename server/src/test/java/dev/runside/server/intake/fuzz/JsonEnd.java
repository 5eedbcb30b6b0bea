package dev.runside.server.intake.fuzz;

/** Finds where a value of JSON ends, roughly: the text may be broken already. */
final class JsonEnd {

    private JsonEnd() {}

    static int of(byte[] text, int start) {
        int depth = 0;
        boolean quoted = false;
        for (int at = start; at < text.length; at++) {
            byte octet = text[at];
            if (quoted) {
                if (octet == '\\') {
                    at++;
                } else if (octet == '"') {
                    quoted = false;
                }
            } else if (octet == '"') {
                quoted = true;
            } else if (octet == '{' || octet == '[') {
                depth++;
            } else if (depth == 0 && (octet == ',' || octet == '}' || octet == ']')) {
                return at;
            } else if (octet == '}' || octet == ']') {
                depth--;
            }
        }
        return text.length;
    }
}
