package dev.runside.server.intake.inquiry;

import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A query that takes no value older than a time. A Prometheus answers with values up to 5 minutes
 * old, also where it was not there to see others; so each selector that has no range of its own
 * {@code x} becomes {@code (x and count_over_time(x[60s]))}.
 */
final class FreshOnly {

    private static final Set<String> OPERATORS =
            Set.of("and", "or", "unless", "atan2", "bool", "inf", "nan", "offset");
    private static final Set<String> BEFORE_LABELS =
            Set.of("by", "without", "on", "ignoring", "group_left", "group_right");

    private static final Pattern SKIPPED =
            Pattern.compile(
                    "\\s+|#[^\\n]*|\"(?:\\\\.|[^\"\\\\])*\"|'(?:\\\\.|[^'\\\\])*'|`[^`]*`"
                            + "|\\[[^\\]]*]|[0-9.][\\w.]*",
                    Pattern.DOTALL);
    private static final Pattern WORD = Pattern.compile("[A-Za-z_:][\\w:]*");
    private static final Pattern LABELS =
            Pattern.compile(
                    "\\s*\\{(?:\"(?:\\\\.|[^\"\\\\])*\"|'(?:\\\\.|[^'\\\\])*'|`[^`]*`|[^}\"'`])*}",
                    Pattern.DOTALL);
    private static final Pattern LIST = Pattern.compile("\\s*\\([^)]*\\)");
    private static final Pattern CALLED = Pattern.compile("\\s*(?:\\(|(?:by|without)\\b)");
    private static final Pattern RANGE = Pattern.compile("\\s*\\[");
    private static final Pattern MODIFIER =
            Pattern.compile(
                    "\\s*(?:offset\\s+-?[0-9][\\w]*|@\\s*(?:start\\(\\)|end\\(\\)|[\\d.]+))");

    /** It asks for the time of a value, which only the selector itself has. */
    private static final Pattern ITS_TIME = Pattern.compile("\\btimestamp\\s*\\(\\s*$");

    private final String query;
    private final String range;
    private final StringBuilder fresh = new StringBuilder();
    private int at;

    private FreshOnly(String query, Duration age) {
        this.query = query;
        this.range = "[" + age.toMillis() + "ms]";
    }

    static String of(String query, Duration age) {
        var reading = new FreshOnly(query, age);
        while (reading.at < query.length()) {
            reading.step();
        }
        return reading.fresh.toString();
    }

    private void step() {
        Matcher word = here(WORD);
        if (take(SKIPPED)) {
            return;
        }
        if (word.lookingAt()) {
            word(word.group());
        } else if (here(LABELS).lookingAt()) {
            selector(at);
        } else {
            fresh.append(query.charAt(at++));
        }
    }

    private void word(String word) {
        int start = at;
        at += word.length();
        String small = word.toLowerCase(Locale.ROOT);
        if (BEFORE_LABELS.contains(small)) {
            fresh.append(word);
            take(LIST);
        } else if (OPERATORS.contains(small) || here(CALLED).lookingAt()) {
            fresh.append(word);
        } else {
            selector(start);
        }
    }

    /** From a start on, its name read already. */
    private void selector(int start) {
        skip(LABELS);
        String selector = query.substring(start, at);
        if (here(RANGE).lookingAt() || ITS_TIME.matcher(fresh).find()) {
            fresh.append(selector);
            return;
        }
        int end = at;
        while (skip(MODIFIER)) {}
        String modifiers = query.substring(end, at);
        fresh.append('(')
                .append(selector)
                .append(modifiers)
                .append(" and count_over_time(")
                .append(selector)
                .append(range)
                .append(modifiers)
                .append("))");
    }

    private boolean take(Pattern pattern) {
        int start = at;
        boolean taken = skip(pattern);
        fresh.append(query, start, at);
        return taken;
    }

    private boolean skip(Pattern pattern) {
        Matcher matcher = here(pattern);
        boolean found = matcher.lookingAt();
        at = found ? matcher.end() : at;
        return found;
    }

    private Matcher here(Pattern pattern) {
        return pattern.matcher(query).region(at, query.length());
    }
}
