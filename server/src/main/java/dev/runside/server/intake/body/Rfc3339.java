package dev.runside.server.intake.body;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/** Reads times, quickly where they are written as machines do: in UTC, with Z. */
public final class Rfc3339 {

    private static final int SECONDS_END = 19;
    private static final int MOST_DIGITS = 9;

    private Rfc3339() {}

    /**
     * To milliseconds: what is finer is cut off.
     *
     * @throws DateTimeException when it is no time
     */
    public static Instant read(String text) {
        int length = text.length();
        if (length < SECONDS_END + 1
                || length > SECONDS_END + 2 + MOST_DIGITS
                || text.charAt(length - 1) != 'Z'
                || text.charAt(10) != 'T') {
            return slowly(text);
        }
        try {
            long day =
                    LocalDate.of(digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10))
                            .toEpochDay();
            int hour = digits(text, 11, 13);
            int minute = digits(text, 14, 16);
            int second = digits(text, 17, SECONDS_END);
            if (hour > 23 || minute > 59 || second > 59 || !separated(text)) {
                return slowly(text);
            }
            long seconds = ((day * 24 + hour) * 60 + minute) * 60 + second;
            return Instant.ofEpochMilli(seconds * 1_000 + millis(text, length - 1));
        } catch (NumberFormatException _) {
            return slowly(text);
        }
    }

    private static boolean separated(String text) {
        return text.charAt(4) == '-'
                && text.charAt(7) == '-'
                && text.charAt(13) == ':'
                && text.charAt(16) == ':'
                && (text.length() == SECONDS_END + 1 || text.charAt(SECONDS_END) == '.');
    }

    private static long millis(String text, int end) {
        long millis = 0;
        for (int place = 1; place <= 3; place++) {
            int at = SECONDS_END + place;
            millis = millis * 10 + (at < end ? digits(text, at, at + 1) : 0);
        }
        digits(text, Math.min(SECONDS_END + 1, end), end);
        return millis;
    }

    private static int digits(String text, int from, int to) {
        int number = 0;
        for (int at = from; at < to; at++) {
            int digit = text.charAt(at) - '0';
            if (digit < 0 || digit > 9) {
                throw new NumberFormatException(text);
            }
            number = number * 10 + digit;
        }
        return number;
    }

    private static Instant slowly(String text) {
        try {
            return Instant.ofEpochMilli(OffsetDateTime.parse(text).toInstant().toEpochMilli());
        } catch (ArithmeticException e) {
            throw new DateTimeException("Too far away: " + text, e);
        }
    }
}
