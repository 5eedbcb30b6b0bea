package dev.runside.server.intake.otlp;

import java.util.UUID;

/**
 * How far a series has been counted.
 *
 * @param source whose series it is, for the bound on their number
 * @param recentNanos for delta series the times of the newest points, ascending
 * @param heardAt epoch milliseconds of the server's clock
 */
@SuppressWarnings("ArrayRecordComponent")
record Cursor(
        UUID key,
        UUID instrument,
        String source,
        long startNanos,
        long timeNanos,
        Counts counts,
        long[] recentNanos,
        long heardAt) {

    static final long[] NO_TIMES = {};

    boolean ofInstrument() {
        return key.equals(instrument);
    }
}
