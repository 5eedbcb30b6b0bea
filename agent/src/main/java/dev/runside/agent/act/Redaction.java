package dev.runside.agent.act;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Takes secrets out of what is reported, by their value: a program may print them anywhere, under
 * any name.
 */
final class Redaction {

    private static final Pattern SECRET_NAME =
            Pattern.compile(
                    "secret|token|passw|pwd|key|credential|auth|headers|dsn|private",
                    Pattern.CASE_INSENSITIVE);

    /** Shorter values are everywhere by chance; hiding them would hide everything. */
    private static final int SHORTEST = 6;

    private final List<Map.Entry<String, String>> secrets;

    private Redaction(Map<String, String> named) {
        // The longest first: one secret may begin with another.
        this.secrets =
                named.entrySet().stream()
                        .sorted(Comparator.comparing(entry -> -entry.getKey().length()))
                        .toList();
    }

    /**
     * @param environments settings by name, of which those with a telling name are secret
     * @param own secrets whatever their names
     */
    static Redaction of(List<Map<String, String>> environments, Map<String, String> own) {
        Map<String, String> nameByValue = new HashMap<>();
        Stream<Map.Entry<String, String>> told =
                environments.stream()
                        .flatMap(settings -> settings.entrySet().stream())
                        .filter(setting -> SECRET_NAME.matcher(setting.getKey()).find());
        Stream.concat(told, own.entrySet().stream())
                .filter(setting -> setting.getValue().length() >= SHORTEST)
                .forEach(setting -> nameByValue.put(setting.getValue(), setting.getKey()));
        return new Redaction(nameByValue);
    }

    /** Characters of the longest secret. */
    int longest() {
        return secrets.isEmpty() ? 0 : secrets.getFirst().getKey().length();
    }

    String clean(String text) {
        return clean(text, text.length());
    }

    /** The text without its secrets, of its first characters only. */
    String clean(String text, int first) {
        StringBuilder clean = new StringBuilder();
        int at = 0;
        while (at < Math.min(first, text.length())) {
            Optional<Map.Entry<String, String>> secret = secretAt(text, at);
            if (secret.isPresent()) {
                clean.append("[redacted ").append(secret.get().getValue()).append(']');
                at += secret.get().getKey().length();
            } else {
                clean.append(text.charAt(at++));
            }
        }
        return clean.toString();
    }

    private Optional<Map.Entry<String, String>> secretAt(String text, int at) {
        return secrets.stream().filter(secret -> text.startsWith(secret.getKey(), at)).findFirst();
    }
}
