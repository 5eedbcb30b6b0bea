package dev.runside.server.web.words;

import java.util.List;

/** Numbers with their noun, and people one of whom is meant. */
public final class Counted {

    private Counted() {}

    /** {@code 1 flow}, {@code 3 flows}. */
    public static String of(long number, String noun) {
        return number + " " + (number == 1 ? noun : noun + "s");
    }

    /** {@code Ada}, {@code Ada or Bob}, {@code Ada, Bob or Cleo}. */
    public static String oneOf(List<String> names) {
        int last = names.size() - 1;
        return last < 1
                ? String.join("", names)
                : String.join(", ", names.subList(0, last)) + " or " + names.get(last);
    }
}
