package dev.runside.server.intake.otlp;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** What a point adds to what was known of its series. */
sealed interface Progress {

    /** Count it. Nanoseconds since the epoch. */
    record Counted(long fromNanos, Counts increase, long[] recentNanos) implements Progress {
        Counted(long fromNanos, Counts increase) {
            this(fromNanos, increase, Cursor.NO_TIMES);
        }
    }

    /** Remember it; what it counted lies before our time, or cannot be told apart. */
    record Baseline() implements Progress {}

    /** It has been counted. */
    record Duplicate() implements Progress {}

    /** It cannot be counted. */
    record Refused(String why) implements Progress {}

    int RECENT = 16;
    long HISTORY_NANOS = 120_000_000_000L;
    long SILENT_MILLIS = 60_000;

    static Progress of(Point point, Before before) {
        if (point.reading()) {
            return ofReading(point, before);
        }
        return point.delta() ? ofDelta(point, before) : ofCumulative(point, before);
    }

    /**
     * What is known before a point.
     *
     * @param instrument the newest point before this export of any series of the instrument
     * @param ahead how much the server's time is ahead of its senders'
     */
    record Before(
            Optional<Cursor> series, Optional<Cursor> instrument, long nowNanos, Duration ahead) {

        /** What began before it and is heard for the first time counted for others. */
        long historyNanos() {
            return nowNanos - ahead.toNanos() - HISTORY_NANOS;
        }

        boolean silent(Cursor last) {
            return nowNanos / 1_000_000 - last.heardAt() > SILENT_MILLIS;
        }
    }

    /** As it stands at its time, of which the newest counts. */
    private static Progress ofReading(Point point, Before before) {
        boolean known =
                before.series()
                        .filter(last -> point.timeNanos() <= last.timeNanos())
                        .filter(last -> !before.silent(last))
                        .isPresent();
        return known ? new Duplicate() : new Counted(point.timeNanos(), point.counts());
    }

    private static Progress ofCumulative(Point point, Before before) {
        if (before.series().isEmpty()) {
            return ofFirst(point, before);
        }
        Cursor last = before.series().get();
        boolean older = point.startNanos() < last.startNanos();
        if (older && before.silent(last)) {
            return new Baseline();
        }
        boolean newer = point.startNanos() > last.startNanos() && last.startNanos() != 0;
        if (point.timeNanos() <= last.timeNanos() && !newer) {
            return setBack(point, last, before)
                    ? new Counted(point.timeNanos(), point.counts().since(last.counts()))
                    : new Duplicate();
        }
        if (older && point.startNanos() != 0) {
            return new Refused(
                    "two senders report the same series; give each its own service.instance.id");
        }
        if (newer) {
            return new Counted(Math.max(point.startNanos(), last.timeNanos()), point.counts());
        }
        if (!point.counts().likeShapedAs(last.counts())) {
            return new Baseline();
        }
        return point.counts().fellBehind(last.counts())
                ? new Counted(last.timeNanos(), point.counts())
                : new Counted(last.timeNanos(), point.counts().since(last.counts()));
    }

    /**
     * An earlier time with a higher count: its sender's clock was set back. With the same count it
     * is one sent again, unless nothing else has come for a while.
     */
    private static boolean setBack(Point point, Cursor last, Before before) {
        return point.startNanos() == last.startNanos()
                && point.counts().likeShapedAs(last.counts())
                && !point.counts().fellBehind(last.counts())
                && (point.counts().total() > last.counts().total() || before.silent(last));
    }

    /**
     * A sender repeats every series of an instrument in each export: one that was not in the export
     * before has begun since then.
     */
    private static Progress ofFirst(Point point, Before before) {
        Optional<Cursor> export =
                before.instrument()
                        .filter(last -> last.startNanos() == point.startNanos())
                        .filter(last -> last.timeNanos() < point.timeNanos());
        if (point.startNanos() != 0 && export.isPresent()) {
            return new Counted(export.get().timeNanos(), point.counts());
        }
        boolean history = point.startNanos() == 0 || point.startNanos() < before.historyNanos();
        return history ? new Baseline() : new Counted(point.startNanos(), point.counts());
    }

    private static Progress ofDelta(Point point, Before before) {
        long[] known = before.series().map(Cursor::recentNanos).orElse(Cursor.NO_TIMES);
        boolean forgotten = known.length == RECENT && point.timeNanos() < known[0];
        boolean setBack = forgotten && before.series().filter(before::silent).isPresent();
        if ((forgotten && !setBack) || Arrays.binarySearch(known, point.timeNanos()) >= 0) {
            return new Duplicate();
        }
        long from = point.startNanos() == 0 ? point.timeNanos() : point.startNanos();
        long[] recent = setBack ? Cursor.NO_TIMES : known;
        return new Counted(from, point.counts(), with(recent, point.timeNanos()));
    }

    private static long[] with(long[] known, long time) {
        long[] all = Arrays.copyOf(known, known.length + 1);
        all[known.length] = time;
        Arrays.sort(all);
        return all.length <= RECENT ? all : Arrays.copyOfRange(all, 1, all.length);
    }
}
