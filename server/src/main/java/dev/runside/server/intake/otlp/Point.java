package dev.runside.server.intake.otlp;

import java.util.List;
import java.util.UUID;

/**
 * One data point that an indicator's metric carries.
 *
 * @param instrument its resource, scope and instrument; {@code series} adds its attributes
 * @param startNanos since the epoch; 0 when the sender does not know
 * @param delta counted since the point before, not since the start
 * @param reading says how much there is, and has counted nothing
 * @param matches the indicators that count it; may be none, its series is followed all the same
 */
record Point(
        UUID instrument,
        UUID series,
        long startNanos,
        long timeNanos,
        boolean delta,
        boolean reading,
        Counts counts,
        List<Match> matches) {

    /** One that counts. */
    Point(
            UUID instrument,
            UUID series,
            long startNanos,
            long timeNanos,
            boolean delta,
            Counts counts,
            List<Match> matches) {
        this(instrument, series, startNanos, timeNanos, delta, false, counts, matches);
    }
}
