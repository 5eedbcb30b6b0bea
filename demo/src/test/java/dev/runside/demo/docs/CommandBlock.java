package dev.runside.demo.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A fenced {@code sh} block of a document, and what the document shows below it.
 *
 * @param shown the {@code text} block between it and the next commands; empty where there is none
 */
record CommandBlock(String commands, String shown) {

    private static final Pattern FENCED =
            Pattern.compile("^```(\\w*)\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

    static List<CommandBlock> of(Path document) throws IOException {
        return of(Files.readString(document));
    }

    static List<CommandBlock> of(String text) {
        List<CommandBlock> blocks = new ArrayList<>();
        for (MatchResult fence : FENCED.matcher(text).results().toList()) {
            String inside = fence.group(2);
            switch (fence.group(1)) {
                case "sh" -> blocks.add(new CommandBlock(inside, ""));
                case "text" -> blocks.add(blocks.removeLast().showing(inside));
                default -> {}
            }
        }
        return blocks;
    }

    private CommandBlock showing(String more) {
        return new CommandBlock(commands, shown + more);
    }

    /** One command a line, without comments and without what is only for the eye. */
    List<String> lines() {
        return commands.replace("\\\n", " ")
                .lines()
                .map(line -> line.replaceFirst("(^|\\s)#.*", "").strip())
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
