package dev.runside.server.intake.source;

import java.time.Duration;

/** What can be wrong with a source, as findings name it. */
public enum SourceCondition {
    SOURCE_SILENT("source-silent"),
    NO_DATA("no-data"),
    CLOCK_AHEAD("clock-ahead"),
    CLOCK_BEHIND("clock-behind"),
    TOO_MANY_SERIES("too-many-series"),
    POLL_FAILS("poll-fails"),
    QUERY_FAILS("query-fails"),
    ALERTS_STALE("alerts-stale");

    private final String word;

    SourceCondition(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    public static String clockAhead(String source, Duration by) {
        return "the clock of %s runs %d s ahead: it is read at arrival"
                .formatted(source, by.toSeconds());
    }

    public static String clockBehind(String source, Duration by) {
        return "the clock of %s runs behind, or all that it sends comes late: by %d s"
                .formatted(source, by.toSeconds());
    }

    /** Something that should be heard and is not. */
    boolean silence() {
        return this == SOURCE_SILENT || this == NO_DATA;
    }

    static SourceCondition of(String word) {
        for (SourceCondition condition : values()) {
            if (condition.word.equals(word)) {
                return condition;
            }
        }
        throw new IllegalArgumentException(word + " is no condition of a source");
    }
}
