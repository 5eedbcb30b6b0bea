package dev.runside.server.intake.alerts;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

/**
 * Says of which value a label must be. An absent label has the empty value.
 *
 * @param isRegex the value is an expression (RE2, as in Alertmanager: no input makes it slow) that
 *     must match whole
 * @param isEqual false turns it round
 */
public record Matcher(String name, String value, boolean isRegex, boolean isEqual) {

    /**
     * @throws IllegalArgumentException when the value is no regular expression and should be
     */
    public Matcher {
        if (isRegex) {
            compiled(value);
        }
    }

    public boolean matches(LabelSet labels) {
        return accepts(labels.value(name).orElse(""));
    }

    /** One whose every matcher does so would silence everything. */
    public boolean acceptsNothingSaid() {
        return accepts("");
    }

    private boolean accepts(String text) {
        boolean found = isRegex ? compiled(value).matches(text) : value.equals(text);
        return found == isEqual;
    }

    private static Pattern compiled(String expression) {
        if (Repeats.tooManyIn(expression)) {
            throw new IllegalArgumentException(
                    "invalid regular expression \"%s\": its repetitions make it too large"
                            .formatted(expression));
        }
        try {
            return Pattern.compile("^(?:" + expression + ")$", Pattern.DOTALL);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(
                    "invalid regular expression \"%s\": %s".formatted(expression, e.getMessage()),
                    e);
        }
    }
}
