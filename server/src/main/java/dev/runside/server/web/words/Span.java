package dev.runside.server.web.words;

import java.time.Duration;
import java.util.Locale;

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
     * To a tenth of a second where that matters: {@code 0.4 s}, {@code 12.0 s}, {@code 2 min 5 s}.
     */
    public static String exact(Duration span) {
        double seconds = span.toMillis() / 1_000.0;
        if (seconds < 60) {
            return String.format(Locale.ROOT, "%.1f s", seconds);
        }
        long whole = Math.round(seconds);
        return whole < 3_600
                ? whole / 60 + " min " + whole % 60 + " s"
                : whole / 3_600 + " h " + whole % 3_600 / 60 + " min";
    }
}
