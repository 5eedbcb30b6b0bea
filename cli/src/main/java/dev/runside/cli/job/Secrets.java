package dev.runside.cli.job;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Takes the values of settings that sound secret out of a text, wherever a program printed them.
 */
record Secrets(List<Map.Entry<String, String>> known) {

    private static final Pattern SECRET_NAME =
            Pattern.compile(
                    "secret|token|passw|pwd|key|credential|auth|headers|dsn|private",
                    Pattern.CASE_INSENSITIVE);

    /** Shorter values are everywhere by chance. */
    private static final int SHORTEST = 6;

    static Secrets of(Map<String, String> environment) {
        return new Secrets(
                environment.entrySet().stream()
                        .filter(setting -> SECRET_NAME.matcher(setting.getKey()).find())
                        .filter(setting -> setting.getValue().length() >= SHORTEST)
                        .sorted(
                                Comparator.comparing((Map.Entry<String, String> setting) ->
                                        -setting.getValue().length()))
                        .toList());
    }

    String out(String text) {
        String clean = text;
        for (Map.Entry<String, String> secret : known) {
            clean = clean.replace(secret.getValue(), "[redacted " + secret.getKey() + "]");
        }
        return clean;
    }
}
