package dev.runside.agent.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How values are written in the file. */
final class Words {

    private static final Pattern DURATION = Pattern.compile("([1-9][0-9]{0,6})(ms|s|m|h)");
    private static final Pattern COUNT = Pattern.compile("[1-9][0-9]{0,5}");

    private Words() {}

    static Optional<Duration> duration(String text) {
        Matcher matcher = DURATION.matcher(text);
        return matcher.matches()
                ? Optional.of(span(Long.parseLong(matcher.group(1)), matcher.group(2)))
                : Optional.empty();
    }

    static Optional<Integer> count(String text) {
        return COUNT.matcher(text).matches()
                ? Optional.of(Integer.parseInt(text))
                : Optional.empty();
    }

    static Optional<URI> uri(String text, Collection<String> schemes) {
        try {
            URI uri = new URI(text);
            boolean fits = uri.getHost() != null && schemes.contains(uri.getScheme());
            boolean hasPort = !"tcp".equals(uri.getScheme()) || uri.getPort() > 0;
            return fits && hasPort ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    static String list(Collection<String> words) {
        return words.stream().sorted().collect(Collectors.joining(", "));
    }

    private static Duration span(long amount, String unit) {
        return switch (unit) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            default -> Duration.ofHours(amount);
        };
    }
}
