package dev.runside.server.web.words;

import dev.runside.core.Ref;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A sentence in which every reference is found, so that a page can call it by its name. */
public final class Prose {

    private static final String WRITTEN =
            "\\b(?:user|product|hop|system|flow|agent|seam|change|indicator):[A-Za-z0-9](?:[A-Za-z0-9._/:>@#-]*[A-Za-z0-9])?";
    private static final Pattern REFERENCE = Pattern.compile(WRITTEN);
    private static final Pattern BRACKETED =
            Pattern.compile("\\[(" + WRITTEN + "(?:, " + WRITTEN + ")*)]");

    private Prose() {}

    /** Plain text, or something with a name. */
    public sealed interface Piece {

        record Words(String text) implements Piece {}

        record Mention(Named named) implements Piece {}
    }

    public static List<Piece> of(String sentence, Names names) {
        List<Piece> pieces = new ArrayList<>();
        String text = BRACKETED.matcher(sentence).replaceAll("$1");
        Matcher reference = REFERENCE.matcher(text);
        int from = 0;
        while (reference.find()) {
            if (reference.start() > from) {
                pieces.add(new Piece.Words(text.substring(from, reference.start())));
            }
            pieces.add(new Piece.Mention(names.of(Ref.parse(reference.group()))));
            from = reference.end();
        }
        if (from < text.length()) {
            pieces.add(new Piece.Words(text.substring(from)));
        }
        return pieces;
    }

    /** As plain text, for places that hold no markup. */
    public static String plain(String sentence, Names names) {
        StringBuilder text = new StringBuilder();
        for (Piece piece : of(sentence, names)) {
            text.append(
                    switch (piece) {
                        case Piece.Words words -> words.text();
                        case Piece.Mention mention -> mention.named().label();
                    });
        }
        return text.toString();
    }
}
