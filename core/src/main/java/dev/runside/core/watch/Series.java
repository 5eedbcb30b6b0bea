package dev.runside.core.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * The recent buckets of one indicator, bounded in time. Late samples still reach their own bucket.
 *
 * <p>A ring of plain numbers, as long as what it holds: an hour of buckets as objects would be
 * fifty kilobytes an indicator.
 */
final class Series {

    private static final int FIRST_LENGTH = 8;

    private final long kept;

    /** A bucket stands at its index modulo the length; without samples there is none. */
    private double[] goods = new double[FIRST_LENGTH];

    private double[] totals = new double[FIRST_LENGTH];
    private int[] samples = new int[FIRST_LENGTH];

    /** Of the buckets that are held; empty while the oldest is younger than the newest. */
    private long oldest = Long.MAX_VALUE;

    private long newest = Long.MIN_VALUE;

    /**
     * @param kept how far back rules look
     */
    Series(Duration kept) {
        this.kept = Math.max(kept.toSeconds() / Bucket.SECONDS + 1, 60);
    }

    Bucket add(Sample sample) {
        Bucket bucket = bucketOf(sample.to()).plus(sample);
        restore(bucket);
        return bucket;
    }

    Bucket bucketOf(Instant time) {
        return find(Bucket.index(time)).orElseGet(() -> Bucket.empty(time));
    }

    /** One that is older than what is kept is let go. */
    void restore(Bucket bucket) {
        long index = Bucket.index(bucket.start());
        if (newest == Long.MIN_VALUE) {
            oldest = index;
            newest = index;
        } else if (index < newest - kept) {
            return;
        }
        reach(index);
        int at = at(index);
        goods[at] = bucket.good();
        totals[at] = bucket.total();
        samples[at] = bucket.samples();
    }

    /** Makes the ring hold this index, and nothing too old. */
    private void reach(long index) {
        long first = Math.max(Math.min(oldest, index), Math.max(newest, index) - kept);
        long last = Math.max(newest, index);
        if (last - first >= samples.length) {
            lengthen((int) (last - first + 1), first);
        }
        for (long fresh = Math.max(newest + 1, last - samples.length + 1); fresh <= last; fresh++) {
            clear(at(fresh));
        }
        for (long fresh = first; fresh < oldest; fresh++) {
            clear(at(fresh));
        }
        oldest = first;
        newest = last;
    }

    private void clear(int at) {
        goods[at] = 0;
        totals[at] = 0;
        samples[at] = 0;
    }

    private void lengthen(int least, long first) {
        int length = (int) Math.min(kept + 1, Math.max(least, 2L * samples.length));
        double[] longerGoods = new double[length];
        double[] longerTotals = new double[length];
        int[] longerSamples = new int[length];
        for (long index = Math.max(first, oldest); index <= newest; index++) {
            int to = (int) Math.floorMod(index, (long) length);
            longerGoods[to] = goods[at(index)];
            longerTotals[to] = totals[at(index)];
            longerSamples[to] = samples[at(index)];
        }
        goods = longerGoods;
        totals = longerTotals;
        samples = longerSamples;
    }

    private int at(long index) {
        return (int) Math.floorMod(index, (long) samples.length);
    }

    private Optional<Bucket> find(long index) {
        if (index < oldest || index > newest || samples[at(index)] == 0) {
            return Optional.empty();
        }
        int at = at(index);
        return Optional.of(new Bucket(Bucket.start(index), goods[at], totals[at], samples[at]));
    }

    private List<Bucket> between(long first, long last) {
        List<Bucket> found = new ArrayList<>();
        for (long index = Math.max(first, oldest); index <= Math.min(last, newest); index++) {
            find(index).ifPresent(found::add);
        }
        return found;
    }

    /** All that falls into the window ending now, the bucket under way included. */
    Window window(Duration over, Instant now) {
        double good = 0;
        double total = 0;
        int count = 0;
        for (long index = Math.max(Bucket.index(now.minus(over)), oldest);
                index <= newest;
                index++) {
            int at = at(index);
            good += goods[at];
            total += totals[at];
            count += samples[at];
        }
        return new Window(good, total, count);
    }

    /** The first bucket of the window in which anything happened. */
    Instant firstEvent(Duration over, Instant now) {
        return between(Bucket.index(now.minus(over)), newest).stream()
                .filter(bucket -> bucket.total() > 0)
                .map(Bucket::start)
                .findFirst()
                .orElse(Bucket.start(Bucket.index(now)));
    }

    /** Buckets that are over, oldest first. */
    List<Bucket> completed(Instant now) {
        return between(oldest, Bucket.index(now) - 1);
    }

    Optional<Bucket> current(Instant now) {
        return find(Bucket.index(now));
    }

    /** The last minutes as numbers for a small picture. */
    List<Double> picture(ToDoubleFunction<Bucket> value) {
        List<Bucket> all = between(oldest, newest);
        return all.subList(Math.max(0, all.size() - 30), all.size()).stream()
                .map(value::applyAsDouble)
                .toList();
    }

    /** Sums over a window. */
    record Window(double good, double total, int samples) {
        double badShare() {
            return total == 0 ? 0 : (total - good) / total;
        }
    }
}
