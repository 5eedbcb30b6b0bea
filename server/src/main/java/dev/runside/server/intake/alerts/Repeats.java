package dev.runside.server.intake.alerts;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Counts what an expression will become before it is compiled: a counted repetition is written out,
 * and one within another as often again.
 */
final class Repeats {

    /** Of characters, classes and operators; of repeated ones, as often as they are repeated. */
    private static final long MOST = 6_000;

    private static final int DEEPEST = 200;
    private static final Pattern COUNT = Pattern.compile("\\{(\\d{1,9})(?:,(\\d{0,9}))?}");
    private static final Pattern NAMED = Pattern.compile("\\[:\\^?\\w+:]");

    private final String expression;
    private int at;

    private Repeats(String expression) {
        this.expression = expression;
    }

    static boolean tooManyIn(String expression) {
        return new Repeats(expression).size(0) > MOST;
    }

    /** Of all up to the end of the group. */
    private long size(int depth) {
        long size = 0;
        while (at < expression.length() && size <= MOST) {
            if (depth > 0 && expression.charAt(at) == ')') {
                break;
            }
            size += repeated(part(depth));
        }
        return size;
    }

    private long part(int depth) {
        return switch (expression.charAt(at++)) {
            case '(' -> group(depth);
            case '[' -> afterClass();
            case '\\' -> escaped();
            default -> 1;
        };
    }

    private long group(int depth) {
        long size = depth < DEEPEST ? size(depth + 1) : MOST;
        at++;
        return size + 1;
    }

    private long afterClass() {
        at += expression.startsWith("^", at) ? 1 : 0;
        at += expression.startsWith("]", at) ? 1 : 0;
        while (at < expression.length() && expression.charAt(at) != ']') {
            Matcher named = from(NAMED);
            if (named.lookingAt()) {
                at = named.end();
            } else {
                at += expression.charAt(at) == '\\' ? 2 : 1;
            }
        }
        at++;
        return 1;
    }

    private long escaped() {
        if (!expression.startsWith("Q", at)) {
            at++;
            return 1;
        }
        int start = at;
        int end = expression.indexOf("\\E", at);
        at = end < 0 ? expression.length() : end + 2;
        return at - start;
    }

    private long repeated(long size) {
        long all = size;
        for (Matcher count = from(COUNT); count.lookingAt() && all <= MOST; count = from(COUNT)) {
            at = count.end();
            all *= Math.max(1, Math.max(number(count, 1), number(count, 2)));
        }
        return all;
    }

    private static long number(Matcher count, int group) {
        return Optional.ofNullable(count.group(group))
                .filter(digits -> !digits.isEmpty())
                .map(Long::parseLong)
                .orElse(0L);
    }

    private Matcher from(Pattern pattern) {
        int length = expression.length();
        return pattern.matcher(expression).region(Math.min(at, length), length);
    }
}
