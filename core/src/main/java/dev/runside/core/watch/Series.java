package dev.runside.core.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The recent buckets of one indicator, bounded in time. Late samples still reach their own bucket.
 */
final class Series {

    private final TreeMap<Long, Bucket> buckets = new TreeMap<>();
    private final long kept;

    /**
     * @param kept how far back rules look
     */
    Series(Duration kept) {
        this.kept = Math.max(kept.toSeconds() / Bucket.SECONDS + 1, 60);
    }

    Bucket add(Sample sample) {
        Bucket bucket = bucketOf(sample.to()).plus(sample);
        buckets.put(Bucket.index(sample.to()), bucket);
        buckets.headMap(buckets.lastKey() - kept).clear();
        return bucket;
    }

    Bucket bucketOf(Instant time) {
        return buckets.getOrDefault(Bucket.index(time), Bucket.empty(time));
    }

    void restore(Bucket bucket) {
        buckets.put(Bucket.index(bucket.start()), bucket);
    }

    /** All that falls into the window ending now, the bucket under way included. */
    Window window(Duration over, Instant now) {
        long first = Bucket.index(now.minus(over));
        double good = 0;
        double total = 0;
        int samples = 0;
        for (Bucket bucket : buckets.tailMap(first).values()) {
            good += bucket.good();
            total += bucket.total();
            samples += bucket.samples();
        }
        return new Window(good, total, samples);
    }

    /** The first bucket of the window in which anything happened. */
    Instant firstEvent(Duration over, Instant now) {
        return buckets.tailMap(Bucket.index(now.minus(over))).values().stream()
                .filter(bucket -> bucket.total() > 0)
                .map(Bucket::start)
                .findFirst()
                .orElse(Bucket.start(Bucket.index(now)));
    }

    /** Buckets that are over, oldest first. */
    List<Bucket> completed(Instant now) {
        return new ArrayList<>(buckets.headMap(Bucket.index(now)).values());
    }

    Optional<Bucket> current(Instant now) {
        return Optional.ofNullable(buckets.get(Bucket.index(now)));
    }

    /** The last minutes as numbers for a small picture. */
    List<Double> picture(java.util.function.ToDoubleFunction<Bucket> value) {
        List<Bucket> all = new ArrayList<>(buckets.values());
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
