package dev.runside.cli.launcher;

import java.util.regex.Pattern;

/** Commands as this person has to type them, from where they called this one. */
public final class Typed {

    /** What the launcher tells: its name as it was called. */
    public static final String PROPERTY = "runside.command";

    private static final Pattern PLAIN = Pattern.compile("[\\w./~+@%,:=-]+");

    private Typed() {}

    /** For example {@code ./runside incidents --state all}. */
    public static String command(String words) {
        return launcher() + " " + words;
    }

    /** A word of a command, in quotes where a shell would take it for several. */
    public static String word(Object word) {
        String text = word.toString();
        return PLAIN.matcher(text).matches() ? text : "'" + text.replace("'", "'\\''") + "'";
    }

    /** What a process that this one starts is told. */
    public static String asProperty() {
        return "-D" + PROPERTY + "=" + called();
    }

    private static String launcher() {
        return word(called());
    }

    private static String called() {
        return System.getProperty(PROPERTY, "runside");
    }
}
