package dev.runside.core.watch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Sums over stretches of equal length, the newest of them. As long as what it holds, so that one in
 * which nothing has happened takes no room.
 */
final class Ring {

    private static final int FIRST_LENGTH = 8;
    private static final int GOOD = 0;
    private static final int TOTAL = 1;
    private static final int SAMPLES = 2;
    private static final int NUMBERS = 3;
    private static final Cells NONE = new Cells(0);

    private final int seconds;
    private final int kept;

    /** A stretch stands at its index modulo the length; without samples there is none. */
    private Cells cells = NONE;

    /** Of the stretches that are held; empty while the oldest is younger than the newest. */
    private long oldest = Long.MAX_VALUE;

    private long newest = Long.MIN_VALUE;

    /**
     * @param seconds each stretch is long
     * @param kept how many lie before the newest
     */
    Ring(int seconds, int kept) {
        this.seconds = seconds;
        this.kept = kept;
    }

    /** The stretches before the newest, together. */
    long reachSeconds() {
        return (long) seconds * kept;
    }

    /**
     * Adds to the stretch that an instant falls into. What is older than what is kept is let go.
     */
    void add(Instant time, double good, double total, int samples) {
        long index = index(time);
        if (newest == Long.MIN_VALUE) {
            oldest = index;
            newest = index;
        } else if (index < newest - kept) {
            return;
        }
        reach(index);
        int at = at(index);
        cells.set(at + GOOD, cells.get(at + GOOD) + good);
        cells.set(at + TOTAL, cells.get(at + TOTAL) + total);
        cells.set(at + SAMPLES, cells.get(at + SAMPLES) + samples);
    }

    /** Makes the ring hold this index, and nothing too old. */
    private void reach(long index) {
        long first = Math.max(Math.min(oldest, index), Math.max(newest, index) - kept);
        long last = Math.max(newest, index);
        if (last - first >= length()) {
            lengthen((int) (last - first + 1), first);
        }
        for (long fresh = Math.max(newest + 1, last - length() + 1); fresh <= last; fresh++) {
            clear(at(fresh));
        }
        for (long fresh = first; fresh < oldest; fresh++) {
            clear(at(fresh));
        }
        oldest = first;
        newest = last;
    }

    private void clear(int at) {
        for (int number = 0; number < NUMBERS; number++) {
            cells.set(at + number, 0);
        }
    }

    private void lengthen(int least, long first) {
        Cells shorter = cells;
        int before = length();
        int wished = Math.max(Math.max(least, FIRST_LENGTH), 2 * before);
        int length = Math.max(least, Math.min(kept + 1, wished));
        cells = new Cells(length * NUMBERS);
        for (long index = Math.max(first, oldest); before > 0 && index <= newest; index++) {
            int from = (int) Math.floorMod(index, (long) before) * NUMBERS;
            for (int number = 0; number < NUMBERS; number++) {
                cells.set(at(index) + number, shorter.get(from + number));
            }
        }
    }

    private int length() {
        return cells.length() / NUMBERS;
    }

    private int at(long index) {
        return (int) Math.floorMod(index, (long) length()) * NUMBERS;
    }

    private long index(Instant time) {
        return Math.floorDiv(time.getEpochSecond(), seconds);
    }

    private Instant start(long index) {
        return Instant.ofEpochSecond(index * seconds);
    }

    /** The stretch that an instant falls into. */
    Optional<Bucket> find(Instant time) {
        return find(index(time));
    }

    private Optional<Bucket> find(long index) {
        if (index < oldest || index > newest || cells.get(at(index) + SAMPLES) == 0) {
            return Optional.empty();
        }
        int at = at(index);
        return Optional.of(
                new Bucket(
                        start(index),
                        cells.get(at + GOOD),
                        cells.get(at + TOTAL),
                        (int) cells.get(at + SAMPLES)));
    }

    /** Those before the one that an instant falls into, oldest first. */
    List<Bucket> before(Instant end) {
        return between(oldest, index(end) - 1);
    }

    List<Bucket> from(Instant begin) {
        return between(index(begin), newest);
    }

    List<Bucket> all() {
        return between(oldest, newest);
    }

    private List<Bucket> between(long first, long last) {
        List<Bucket> found = new ArrayList<>();
        for (long index = Math.max(first, oldest); index <= Math.min(last, newest); index++) {
            find(index).ifPresent(found::add);
        }
        return found;
    }

    /** From the stretch that an instant falls into on. */
    Window since(Instant begin) {
        double good = 0;
        double total = 0;
        int samples = 0;
        for (long index = Math.max(index(begin), oldest); index <= newest; index++) {
            int at = at(index);
            good += cells.get(at + GOOD);
            total += cells.get(at + TOTAL);
            samples += (int) cells.get(at + SAMPLES);
        }
        return new Window(good, total, samples);
    }
}
