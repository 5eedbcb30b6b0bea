package dev.runside.bench.adopt;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Commands of the guide.
 *
 * @param counted whether they are part of adopting Runside, and not of the company itself
 * @param shown what the guide shows below them
 * @param reached what is reached when they are done
 */
record Block(String commands, boolean counted, String shown, Optional<String> reached) {

    private static final Pattern BY_HAND =
            Pattern.compile("<<'?(\\w+)'?[^\\n]*\\n(.*?)^\\1$", Pattern.MULTILINE | Pattern.DOTALL);

    Block showing(String more) {
        return new Block(commands, counted, shown + more, reached);
    }

    Block reaching(String what) {
        return new Block(commands, counted, shown, Optional.of(what));
    }

    /** One a line; what is written by hand is no command. */
    List<String> lines() {
        return BY_HAND.matcher(commands)
                .replaceAll("")
                .replace("\\\n", " ")
                .lines()
                .map(line -> line.replaceFirst("(^|\\s)#.*", "").strip())
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** Lines that somebody has to write into a file: those of here-documents. */
    long linesByHand() {
        Matcher written = BY_HAND.matcher(commands);
        return written.results()
                .mapToLong(each -> each.group(2).lines().filter(line -> !line.isBlank()).count())
                .sum();
    }
}
