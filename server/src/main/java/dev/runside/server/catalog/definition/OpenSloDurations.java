package dev.runside.server.catalog.definition;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as OpenSLO writes them: {@code 5m}, {@code 1h}, {@code 28d}, {@code 1M}. */
final class OpenSloDurations {

    static final Form<Duration> WINDOW = between(Duration.ofMinutes(1), Duration.ofDays(366));
    static final Form<Duration> LOOK_BACK = between(Duration.ofMinutes(1), Duration.ofDays(3));
    static final Form<Duration> AFTER = between(Duration.ZERO, Duration.ofDays(3));

    private static final Pattern FORMAT = Pattern.compile("(\\d{1,5})([smhdwMQY])");
    private static final Map<String, Duration> UNITS =
            Map.of(
                    "s", Duration.ofSeconds(1),
                    "m", Duration.ofMinutes(1),
                    "h", Duration.ofHours(1),
                    "d", Duration.ofDays(1),
                    "w", Duration.ofDays(7),
                    "M", Duration.ofDays(30),
                    "Q", Duration.ofDays(90),
                    "Y", Duration.ofDays(365));

    private OpenSloDurations() {}

    private static Form<Duration> between(Duration least, Duration most) {
        String bounds = "write one from " + Durations.text(least) + " to " + Durations.text(most);
        return new Form<>(
                "a duration",
                "5m",
                Duration.ofHours(1),
                text ->
                        find(text)
                                .filter(time -> time.compareTo(least) >= 0)
                                .filter(time -> time.compareTo(most) <= 0),
                text -> find(text).isPresent() ? bounds : "write 5m, 1h or 28d");
    }

    private static Optional<Duration> find(String text) {
        Matcher matcher = FORMAT.matcher(text);
        return matcher.matches()
                ? Optional.ofNullable(UNITS.get(matcher.group(2)))
                        .map(unit -> unit.multipliedBy(Long.parseLong(matcher.group(1))))
                : Optional.empty();
    }
}
