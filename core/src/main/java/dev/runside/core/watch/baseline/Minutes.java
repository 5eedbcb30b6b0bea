package dev.runside.core.watch.baseline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Minutes that are not over for good: events that were counted over some time are spread over it,
 * so that an export each minute, now a second early and then a second late, is an even flow.
 */
final class Minutes {

    private static final int MILLIS = 60_000;
    private static final int HELD = 8;
    private static final long LONGEST = 5 * MILLIS;
    private static final long TRANSPORT = 10_000;
    private static final double SHRINKS = 0.98;
    private static final long MOST_MISSING = 3 * 1_440;
    private static final double WHOLE = 0.75;

    private final Kind kind;
    private final List<Minute> open = new ArrayList<>(0);
    private long closed = Long.MIN_VALUE;
    private double length;

    Minutes(Kind kind) {
        this.kind = kind;
    }

    /** What is known of a minute. Times in milliseconds since the epoch. */
    private static final class Minute {

        private final long index;
        private double good;
        private double total;
        private int samples;
        private long from = Long.MAX_VALUE;
        private long to = Long.MIN_VALUE;

        private Minute(long index) {
            this.index = index;
        }
    }

    /** A minute that is over. */
    record Over(Instant start, double good, double total, int samples) {}

    void add(Instant from, Instant to, double good, double total) {
        long end = to.toEpochMilli();
        long begin = Math.clamp(from.toEpochMilli(), end - LONGEST, end);
        double share = share(from.toEpochMilli(), begin, end);
        if (kind == Kind.MEAN || begin == end) {
            Minute minute = minute(Math.floorDiv(end, MILLIS));
            add(minute, good * share, total * share);
            minute.from = minute.index * MILLIS;
            minute.to = minute.from + MILLIS;
            return;
        }
        length = Math.max(length, end - begin);
        for (long at = begin; at < end; at = next(at, end)) {
            Minute minute = minute(Math.floorDiv(at, MILLIS));
            double part = share * (next(at, end) - at) / (end - begin);
            add(minute, good * part, total * part);
            minute.from = Math.min(minute.from, at);
            minute.to = Math.max(minute.to, next(at, end));
        }
    }

    /** Of what was counted since longer ago than is held, what falls into the end of it. */
    private double share(long from, long begin, long end) {
        return kind == Kind.MEAN || from >= begin ? 1 : (double) (end - begin) / (end - from);
    }

    private static long next(long at, long end) {
        return Math.min(end, (Math.floorDiv(at, MILLIS) + 1) * MILLIS);
    }

    private static void add(Minute minute, double good, double total) {
        minute.good += good;
        minute.total += total;
        minute.samples++;
    }

    /** What is closed already is let go. */
    private Minute minute(long index) {
        for (Minute each : open) {
            if (each.index == index) {
                return each;
            }
        }
        Minute fresh = new Minute(index);
        if (index > closed && open.size() < 2 * HELD) {
            open.add(fresh);
        }
        return fresh;
    }

    /** Those that nothing can be added to any more, oldest first. */
    List<Over> over(Instant now) {
        long last =
                Math.floorDiv(now.toEpochMilli() - TRANSPORT - (long) length, (long) MILLIS) - 1;
        if (closed >= last) {
            return List.of();
        }
        List<Over> over = due(last).mapToObj(this::close).toList();
        length *= Math.pow(SHRINKS, over.size());
        closed = last;
        open.removeIf(each -> each.index <= last);
        return over.stream().filter(each -> each.samples() > 0 || kind == Kind.COUNT).toList();
    }

    private LongStream due(long last) {
        return kind == Kind.COUNT && closed != Long.MIN_VALUE
                ? LongStream.rangeClosed(Math.max(closed + 1, last - HELD), last)
                : open.stream().mapToLong(each -> each.index).filter(i -> i <= last).sorted();
    }

    private Over close(long index) {
        Instant start = Instant.ofEpochMilli(index * MILLIS);
        return open.stream()
                .filter(each -> each.index == index && each.to - each.from >= WHOLE * MILLIS)
                .findFirst()
                .map(each -> new Over(start, each.good, each.total, each.samples))
                .orElseGet(() -> new Over(start, 0, 0, 0));
    }

    /** Those between the last that is over and this one: in them nothing was counted. */
    List<Instant> missing(Instant minute) {
        long index = Math.floorDiv(minute.toEpochMilli(), (long) MILLIS);
        long first = closed == Long.MIN_VALUE ? index : Math.max(closed + 1, index - MOST_MISSING);
        return LongStream.range(first, index)
                .mapToObj(at -> Instant.ofEpochMilli(at * MILLIS))
                .toList();
    }

    /** Minutes up to this one are known from elsewhere. */
    void closedUntil(Instant minute) {
        closed = Math.max(closed, Math.floorDiv(minute.toEpochMilli(), MILLIS));
        open.removeIf(each -> each.index <= closed);
    }
}
