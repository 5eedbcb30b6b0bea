package dev.runside.server.catalog.definition;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Collectors;

/** Guesses which word was meant. */
public final class Spelling {

    private static final int FARTHEST = 2;
    private static final int MOST_SHOWN = 24;

    private Spelling() {}

    /** What to write instead of an unknown word. */
    static String insteadOf(String word, Collection<String> known) {
        return insteadOf(word, known, "remove it");
    }

    /**
     * What to do about an unknown word.
     *
     * @param otherwise what else helps where no known word is near
     */
    public static String insteadOf(String word, Collection<String> known, String otherwise) {
        return nearest(word, known)
                .map(near -> "did you mean " + near + "?")
                .orElse(known.isEmpty() ? otherwise : otherwise + ", or use " + some(known));
    }

    private static String some(Collection<String> known) {
        String first = known.stream().limit(MOST_SHOWN).collect(Collectors.joining(", "));
        return "one of " + first + (known.size() > MOST_SHOWN ? ", …" : "");
    }

    private static Optional<String> nearest(String word, Collection<String> known) {
        return known.stream()
                .filter(other -> distance(word, other) <= FARTHEST)
                .min(Comparator.comparingInt(other -> distance(word, other)));
    }

    /** Levenshtein's, ignoring case. */
    private static int distance(String one, String other) {
        int[] before = new int[other.length() + 1];
        for (int at = 0; at < before.length; at++) {
            before[at] = at;
        }
        for (int row = 1; row <= one.length(); row++) {
            int[] now = new int[before.length];
            now[0] = row;
            for (int at = 1; at < now.length; at++) {
                boolean same =
                        Character.toLowerCase(one.charAt(row - 1))
                                == Character.toLowerCase(other.charAt(at - 1));
                int swap = before[at - 1] + (same ? 0 : 1);
                now[at] = Math.min(swap, Math.min(before[at], now[at - 1]) + 1);
            }
            before = now;
        }
        return before[other.length()];
    }
}
