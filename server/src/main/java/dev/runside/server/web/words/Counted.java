package dev.runside.server.web.words;

/** Numbers with their noun. */
public final class Counted {

    private Counted() {}

    /** {@code 1 flow}, {@code 3 flows}. */
    public static String of(long number, String noun) {
        return number + " " + (number == 1 ? noun : noun + "s");
    }
}
