package dev.runside.server.web.words;

/** Words that stand alone: with a capital letter before and a full stop behind. */
public final class Sentence {

    private Sentence() {}

    public static String of(String words) {
        if (words.isEmpty()) {
            return "";
        }
        String end = words.endsWith(".") ? "" : ".";
        return Character.toUpperCase(words.charAt(0)) + words.substring(1) + end;
    }
}
