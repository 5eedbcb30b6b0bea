package dev.runside.server.intake;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An attribute's whole value must match; an absent one never does.
 *
 * @param pattern where the text does not stand for itself: a pattern is as large as all else
 */
public record AttributeCondition(String attribute, String text, Optional<Pattern> pattern) {

    private static final Pattern PLAIN = Pattern.compile("[\\w/ :-]*");

    public static AttributeCondition of(String attribute, String text) {
        boolean plain = PLAIN.matcher(text).matches();
        return new AttributeCondition(
                attribute, text, plain ? Optional.empty() : Optional.of(Pattern.compile(text)));
    }

    public static List<AttributeCondition> all(Map<String, String> patterns) {
        return patterns.entrySet().stream()
                .map(each -> of(each.getKey(), each.getValue()))
                .toList();
    }

    public boolean holds(Map<String, String> attributes) {
        String value = attributes.get(attribute);
        return value != null
                && pattern.map(compiled -> Effort.matches(compiled, value))
                        .orElseGet(() -> value.equals(text));
    }
}
