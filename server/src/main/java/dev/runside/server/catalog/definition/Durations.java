package dev.runside.server.catalog.definition;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people write them: {@code 500ms}, {@code 20s}, {@code 3m}, {@code 1h}. */
final class Durations {

    static final Form<Duration> ANY = between(Duration.ZERO, Duration.ofHours(720));

    private static final Pattern FORMAT = Pattern.compile("(\\d{1,9})(ms|s|m|h)");

    private Durations() {}

    static Form<Duration> between(Duration least, Duration most) {
        return new Form<>(
                "a duration",
                "20s",
                Duration.ofSeconds(20),
                text ->
                        find(text)
                                .filter(time -> time.compareTo(least) >= 0)
                                .filter(time -> time.compareTo(most) <= 0),
                text -> find(text).isPresent() ? bounds(least, most) : fix(text));
    }

    static Optional<Duration> find(String text) {
        Matcher matcher = FORMAT.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long amount = Long.parseLong(matcher.group(1));
        return Optional.of(
                switch (matcher.group(2)) {
                    case "ms" -> Duration.ofMillis(amount);
                    case "s" -> Duration.ofSeconds(amount);
                    case "m" -> Duration.ofMinutes(amount);
                    default -> Duration.ofHours(amount);
                });
    }

    /** As a person would write it. */
    static String text(Duration time) {
        if (time.toMillis() % 1000 != 0) {
            return time.toMillis() + "ms";
        }
        if (time.isZero() || time.toSeconds() % 60 != 0) {
            return time.toSeconds() + "s";
        }
        return time.toMinutes() % 60 == 0 ? time.toHours() + "h" : time.toMinutes() + "m";
    }

    private static String bounds(Duration least, Duration most) {
        return "write one from " + text(least) + " to " + text(most);
    }

    private static String fix(String text) {
        return text.matches("\\d{1,9}")
                ? "write " + text + "s, 3m or 1h"
                : "write 500ms, 20s, 3m or 1h";
    }
}
