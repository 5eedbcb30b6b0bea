package dev.runside.server.catalog.definition;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** The forms of names and texts. */
final class Texts {

    static final Form<String> NAME =
            matching(
                    "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?",
                    "a name",
                    "mail",
                    "use up to 63 small letters, digits and dashes");

    /** As the agent's own configuration names it. */
    static final Form<String> SERVICE =
            matching(
                    "[A-Za-z0-9][A-Za-z0-9._-]{0,62}",
                    "a service's name",
                    "relay",
                    "write the name that agent.yaml gives it");

    /** As {@code runside job} takes it. */
    static final Form<String> JOB =
            matching(
                    "[A-Za-z0-9][A-Za-z0-9._-]{0,62}",
                    "a job's name",
                    "nightly",
                    "write the NAME of runside job NAME");

    static final Form<String> ACT =
            matching("[a-z][a-z-]{0,40}", "an act", "remediate", "write one small word");

    static final Form<String> STEP_ID =
            matching(
                    "[a-zA-Z_][a-zA-Z0-9_]{0,40}",
                    "a step's id",
                    "alive",
                    "use letters, digits and _ only: conditions name it");

    static final Form<String> METRIC =
            matching(
                    "[A-Za-z][A-Za-z0-9_.:/-]{0,254}",
                    "a metric's name",
                    "http.server.request.duration",
                    "write the name that the metric is sent with");

    static final Form<String> LINE = text("one line of at most 300 characters", 300, false);

    /** Some lines of CEL. */
    static final Form<String> CONDITION =
            text("a condition of at most 4,000 characters", 4_000, true);

    static final Form<String> PROMQL = text("a query of at most 4,000 characters", 4_000, true);

    /** One statement that reads: what it runs as cannot be left by another one. */
    static final Form<String> SQL =
            new Form<>(
                    "one select",
                    "select 1",
                    "select 1",
                    text ->
                            Optional.of(text.strip())
                                    .filter(t -> t.length() <= 4_000)
                                    .filter(t -> t.matches("(?is)(select|with)\\b[^;\\x00]*")),
                    _ -> "write select … without ; of at most 4,000 characters");

    static final Form<String> NOTES = text("a text of at most 50,000 characters", 50_000, true);

    static final Form<String> ARGUMENT =
            text("an argument of at most 8,000 characters", 8_000, true);

    static final Form<String> PATTERN =
            new Form<>(
                    "a regular expression",
                    "'5..'",
                    "",
                    Texts::pattern,
                    _ -> "write one of at most 500 characters, such as '5..'");

    private static final int LONGEST_PATTERN = 500;

    private Texts() {}

    static Form<String> matching(String pattern, String what, String example, String fix) {
        Pattern compiled = Pattern.compile(pattern);
        return new Form<>(
                what,
                example,
                example,
                text -> Optional.of(text).filter(t -> compiled.matcher(t).matches()),
                _ -> fix);
    }

    private static Form<String> text(String what, int longest, boolean lines) {
        return new Form<>(
                what,
                "…",
                "",
                text ->
                        Optional.of(text.strip())
                                .filter(t -> !t.isEmpty() && t.length() <= longest)
                                .filter(t -> t.chars().noneMatch(c -> control(c, lines))),
                _ -> "write " + what);
    }

    private static boolean control(int character, boolean lines) {
        boolean layout = character == '\n' || character == '\t' || character == '\r';
        return Character.isISOControl(character) && !(lines && layout);
    }

    private static Optional<String> pattern(String text) {
        try {
            return Optional.of(Pattern.compile(text).pattern())
                    .filter(pattern -> pattern.length() <= LONGEST_PATTERN);
        } catch (PatternSyntaxException _) {
            return Optional.empty();
        }
    }
}
