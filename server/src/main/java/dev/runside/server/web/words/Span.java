package dev.runside.server.web.words;

import java.time.Duration;

/** Durations as a person says them. */
public final class Span {

    private Span() {}

    /**
     * One unit, cut: {@code 42 s}, {@code 3 min}, {@code 5 h}, {@code 2 d}. The page's script
     * counts on in the same way.
     */
    public static String rough(Duration span) {
        long seconds = span.toSeconds();
        if (seconds < 60) {
            return seconds + " s";
        }
        if (seconds < 3_600) {
            return seconds / 60 + " min";
        }
        return seconds < 172_800 ? seconds / 3_600 + " h" : seconds / 86_400 + " d";
    }

    /**
     * Two units, or to a tenth of a second, cut: {@code 0.4 s}, {@code 12.0 s}, {@code 2 min 5 s}.
     * The terminal says it in the same way.
     */
    public static String exact(Duration span) {
        if (span.toDays() > 0) {
            return span.toDays() + " d " + span.toHoursPart() + " h";
        }
        if (span.toHours() > 0) {
            return span.toHours() + " h " + span.toMinutesPart() + " min";
        }
        return span.toMinutes() > 0
                ? span.toMinutes() + " min " + span.toSecondsPart() + " s"
                : span.toMillis() / 100 / 10.0 + " s";
    }
}
