package dev.runside.core.cluster;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The words of an English text that say what it is about, without their endings. */
final class Words {

    /** Digits belong to words, and so do the signs of {@code c++}, {@code c#} and {@code 2.0}. */
    private static final Pattern WORD =
            Pattern.compile("[\\p{L}\\p{Nd}](?:[\\p{L}\\p{Nd}+#]|\\.(?=[\\p{L}\\p{Nd}+#]))*");

    private static final List<String> ENDINGS =
            List.of("ingly", "edly", "ing", "ed", "ies", "es", "s", "ly");

    private static final int SHORTEST_STEM = 3;

    private static final Set<String> SAY_NOTHING =
            Set.of(
                    """
                    a about am an and any are as at be been but by can could dear did do does
                    for from get had has have he hello help her here hi his how i if in into is it its
                    just me might my need no not of on or our out please she should so some tell
                    than thank thanks that the their them then there these they this those to too
                    up very want was we were what when where which who why will with would yes
                    you your\
                    """
                            .split("\\s+"));

    private Words() {}

    static List<String> of(String text) {
        String plain = text.toLowerCase(Locale.ROOT).replaceAll("['’]", "");
        return WORD.matcher(plain)
                .results()
                .map(match -> match.group())
                .filter(word -> !SAY_NOTHING.contains(word))
                .map(Words::stem)
                .toList();
    }

    private static String stem(String word) {
        String stem = withoutEnding(word);
        if (stem.length() > SHORTEST_STEM && doubled(stem)) {
            stem = stem.substring(0, stem.length() - 1);
        }
        return stem.length() > SHORTEST_STEM + 1 && stem.endsWith("e")
                ? stem.substring(0, stem.length() - 1)
                : stem;
    }

    private static String withoutEnding(String word) {
        return endings(word)
                .findFirst()
                .map(ending ->
                        word.substring(0, word.length() - ending.length())
                                + (ending.equals("ies") ? "y" : ""))
                .orElse(word);
    }

    private static Stream<String> endings(String word) {
        return ENDINGS.stream()
                .filter(word::endsWith)
                .filter(ending -> word.length() - ending.length() >= SHORTEST_STEM);
    }

    /** As in "stopp(ed)"; "pass" and "call" keep theirs. */
    private static boolean doubled(String stem) {
        char last = stem.charAt(stem.length() - 1);
        return last == stem.charAt(stem.length() - 2) && "aeiouls".indexOf(last) < 0;
    }
}
