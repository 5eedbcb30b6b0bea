package dev.runside.server.intake.poll;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;

/**
 * How long a server wants to be left alone, in the ways that servers say it: {@code Retry-After} in
 * seconds or as a date, {@code X-Poll-Interval}, and a rate limit's end once nothing of it is left.
 */
final class Pauses {

    private static final Duration LONGEST = Duration.ofHours(6);
    private static final List<String> PREFIXES = List.of("X-RateLimit-", "RateLimit-");

    /** A limit's end is told in seconds from now, or since 1970. */
    private static final long LEAST_EPOCH = 1_000_000_000;

    private Pauses() {}

    static Duration in(HttpHeaders headers, Instant now) {
        return Stream.concat(
                        Stream.of(
                                seconds(headers, "X-Poll-Interval", now), retryAfter(headers, now)),
                        PREFIXES.stream().map(prefix -> limit(headers, prefix, now)))
                .reduce(Duration.ZERO, Pauses::longer);
    }

    static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static Duration limit(HttpHeaders headers, String prefix, Instant now) {
        return value(headers, prefix + "Remaining").equals("0")
                ? seconds(headers, prefix + "Reset", now)
                : Duration.ZERO;
    }

    private static Duration retryAfter(HttpHeaders headers, Instant now) {
        try {
            Instant at =
                    ZonedDateTime.parse(
                                    value(headers, "Retry-After"),
                                    DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant();
            return bounded(Duration.between(now, at));
        } catch (DateTimeException _) {
            return seconds(headers, "Retry-After", now);
        }
    }

    private static Duration seconds(HttpHeaders headers, String name, Instant now) {
        String text = value(headers, name);
        if (!text.matches("\\d{1,10}")) {
            return Duration.ZERO;
        }
        long number = Long.parseLong(text);
        return bounded(
                number < LEAST_EPOCH
                        ? Duration.ofSeconds(number)
                        : Duration.between(now, Instant.ofEpochSecond(number)));
    }

    private static Duration bounded(Duration asked) {
        return asked.compareTo(LONGEST) > 0 ? LONGEST : longer(asked, Duration.ZERO);
    }

    private static String value(HttpHeaders headers, String name) {
        return headers.firstValue(name).orElse("").strip();
    }
}
