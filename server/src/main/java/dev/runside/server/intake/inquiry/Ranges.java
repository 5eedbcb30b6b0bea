package dev.runside.server.intake.inquiry;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How far back queries look by their ranges and offsets: {@code [5m]}, {@code offset 1h}. */
final class Ranges {

    private static final Pattern LOOKS_BACK =
            Pattern.compile("(?:\\[|\\boffset\\s+)\\s*((?:\\d{1,9}(?:ms|[smhdwy]))+)");
    private static final Pattern PART = Pattern.compile("(\\d{1,9})(ms|[smhdwy])");
    private static final Map<String, Duration> UNITS =
            Map.of(
                    "ms", Duration.ofMillis(1),
                    "s", Duration.ofSeconds(1),
                    "m", Duration.ofMinutes(1),
                    "h", Duration.ofHours(1),
                    "d", Duration.ofDays(1),
                    "w", Duration.ofDays(7),
                    "y", Duration.ofDays(365));

    private static final Duration MOST = Duration.ofDays(366);

    private Ranges() {}

    /** Of the query that looks back furthest, all its ranges together. */
    static Duration longest(List<String> queries) {
        return queries.stream().map(Ranges::of).max(Duration::compareTo).orElse(Duration.ZERO);
    }

    private static Duration of(String query) {
        Duration sum = Duration.ZERO;
        Matcher ranges = LOOKS_BACK.matcher(query);
        while (ranges.find() && sum.compareTo(MOST) < 0) {
            sum = sum.plus(duration(ranges.group(1)));
        }
        return sum.compareTo(MOST) < 0 ? sum : MOST;
    }

    private static Duration duration(String text) {
        Duration sum = Duration.ZERO;
        Matcher parts = PART.matcher(text);
        while (parts.find()) {
            double amount = Double.parseDouble(parts.group(1));
            Duration unit = UNITS.getOrDefault(parts.group(2), Duration.ZERO);
            double millis = Math.min(amount * unit.toMillis(), MOST.toMillis());
            sum = sum.plus(Duration.ofMillis((long) millis));
        }
        return sum;
    }
}
