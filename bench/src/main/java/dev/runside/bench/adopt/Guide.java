package dev.runside.bench.adopt;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The guide, as what is typed in its order. */
record Guide(List<Block> blocks) {

    private static final Pattern PARTS =
            Pattern.compile(
                    "^```(\\w*)\\n(.*?)^```$|^<!-- (not counted|reached: ([^>]*?)) -->$",
                    Pattern.MULTILINE | Pattern.DOTALL);

    static Guide of(Path document) throws IOException {
        return of(Files.readString(document));
    }

    static Guide of(String text) {
        List<Block> blocks = new ArrayList<>();
        boolean counted = true;
        for (MatchResult part : PARTS.matcher(text).results().toList()) {
            if (part.group(4) != null) {
                blocks.add(blocks.removeLast().reaching(part.group(4)));
            } else if (part.group(3) != null) {
                counted = false;
            } else if (part.group(1).equals("sh")) {
                blocks.add(new Block(part.group(2), counted, "", Optional.empty()));
                counted = true;
            } else if (part.group(1).equals("text")) {
                blocks.add(blocks.removeLast().showing(part.group(2)));
            }
        }
        return new Guide(List.copyOf(blocks));
    }
}
