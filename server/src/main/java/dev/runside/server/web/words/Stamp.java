package dev.runside.server.web.words;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** An instant as a person reads it, beside the instant the page was made. */
public record Stamp(Instant at, Instant now) {

    private static final DateTimeFormatter ISO = utc("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'");
    private static final DateTimeFormatter CLOCK = utc("HH:mm:ss");
    private static final DateTimeFormatter PRECISE = utc("HH:mm:ss.SSS");
    private static final DateTimeFormatter DAY = utc("d MMM");
    private static final DateTimeFormatter FULL = utc("uuuu-MM-dd HH:mm:ss.SSS 'UTC'");

    public String iso() {
        return ISO.format(at);
    }

    /** {@code 2026-01-05 03:00:12.345 UTC}. */
    public String full() {
        return FULL.format(at);
    }

    /** {@code 03:00:12}, with the day where it is not today's. */
    public String clock() {
        return sameDay() ? CLOCK.format(at) : DAY.format(at) + ", " + CLOCK.format(at);
    }

    /** {@code 03:00:12.345}. */
    public String precise() {
        return PRECISE.format(at);
    }

    /** {@code 12 s ago}, {@code in 3 min}. */
    public String relative() {
        Duration passed = Duration.between(at, now);
        if (passed.abs().toSeconds() < 1) {
            return "now";
        }
        return passed.isNegative()
                ? "in " + Span.rough(passed.negated())
                : Span.rough(passed) + " ago";
    }

    private boolean sameDay() {
        return at.truncatedTo(ChronoUnit.DAYS).equals(now.truncatedTo(ChronoUnit.DAYS));
    }

    private static DateTimeFormatter utc(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZoneOffset.UTC);
    }
}
