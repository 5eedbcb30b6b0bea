package dev.runside.cli.starter;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who reviews what, as a repository says it: the best guess at who owns what. A folder at the top
 * is a part of the product; of several owners the first is taken, since one is accountable.
 *
 * @param owner of everything no other line speaks of; absent where that is a team or nobody
 * @param parts the folders at the top, in the file's order, with their owners
 */
public record Codeowners(Optional<String> owner, Map<String, Optional<String>> parts) {

    private static final Pattern FOLDER =
            Pattern.compile("/?([A-Za-z0-9][A-Za-z0-9_.-]*)/\\*{0,2}");

    public Codeowners {
        parts = new LinkedHashMap<>(parts);
    }

    /** The last line that fits decides, as everywhere with this file. */
    public static Codeowners of(List<String> lines) {
        Optional<String> owner = Optional.empty();
        Map<String, Optional<String>> parts = new LinkedHashMap<>();
        for (String line : lines) {
            List<String> words = words(line);
            if (words.isEmpty()) {
                continue;
            }
            Optional<String> first =
                    words.stream().skip(1).flatMap(word -> person(word).stream()).findFirst();
            Matcher folder = FOLDER.matcher(words.getFirst());
            if (words.getFirst().equals("*")) {
                owner = first;
            } else if (folder.matches()) {
                parts.put(name(folder.group(1)), first);
            }
        }
        return new Codeowners(owner, parts);
    }

    /** Everybody who is named, each once. */
    public List<String> people() {
        var people = new TreeSet<String>();
        owner.ifPresent(people::add);
        parts.values().forEach(each -> each.ifPresent(people::add));
        return new ArrayList<>(people);
    }

    private static List<String> words(String line) {
        String said = line.replaceFirst("(^|\\s)#.*", "").strip();
        return said.isEmpty() ? List.of() : List.of(said.split("\\s+"));
    }

    /** A team is nobody who could be called. */
    private static Optional<String> person(String word) {
        if (word.startsWith("@") && word.indexOf('/') < 0) {
            return Optional.of(name(word.substring(1)));
        }
        int at = word.indexOf('@');
        return at > 0 ? Optional.of(name(word.substring(0, at))) : Optional.empty();
    }

    private static String name(String word) {
        return word.toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9-]+", "-")
                .replaceAll("^-+|-+$", "");
    }
}
