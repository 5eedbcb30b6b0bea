package dev.runside.core.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * The recent past of one indicator, bounded in time. Late samples still reach their own bucket.
 *
 * <pre>
 *   buckets of ten seconds   ten to twenty minutes    what rules judge that look at what is now
 *   a thirtieth of a window  each window beyond that  burn rates: no more than a thirtieth too long
 * </pre>
 *
 * <p>An hour of buckets would be four kilobytes, three days a third of a megabyte.
 */
final class Series {

    private static final Duration LEAST = Duration.ofMinutes(10);
    private static final Duration IN_BUCKETS = Duration.ofMinutes(20);
    private static final int STRETCHES = 30;

    private final Ring buckets;

    /** The shortest first. */
    private final List<Ring> longer;

    /**
     * @param windows how far back rules look
     */
    Series(Collection<Duration> windows) {
        Duration exact =
                windows.stream()
                        .filter(over -> over.compareTo(IN_BUCKETS) <= 0)
                        .reduce(LEAST, (one, other) -> one.compareTo(other) > 0 ? one : other);
        this.buckets = new Ring(Bucket.SECONDS, wholeBuckets(exact) + 1);
        this.longer =
                windows.stream()
                        .filter(over -> over.compareTo(IN_BUCKETS) > 0)
                        .distinct()
                        .sorted()
                        .map(Series::ofThirtieths)
                        .toList();
    }

    private static Ring ofThirtieths(Duration over) {
        int each = Math.ceilDiv(Math.ceilDiv((int) over.toSeconds(), STRETCHES), Bucket.SECONDS);
        return new Ring(each * Bucket.SECONDS, STRETCHES);
    }

    private static int wholeBuckets(Duration over) {
        return (int) (over.toSeconds() / Bucket.SECONDS);
    }

    Bucket add(Sample sample) {
        Instant time = sample.to();
        rings().forEach(ring -> ring.add(time, sample.good(), sample.total(), 1));
        return bucketOf(time);
    }

    Bucket bucketOf(Instant time) {
        return buckets.find(time).orElseGet(() -> Bucket.empty(time));
    }

    /** Takes in a bucket of which nothing is known here; one that is too old is let go. */
    void restore(Bucket bucket) {
        rings().forEach(ring ->
                ring.add(bucket.start(), bucket.good(), bucket.total(), bucket.samples()));
    }

    Duration reach() {
        Ring longest = longer.isEmpty() ? buckets : longer.getLast();
        return Duration.ofSeconds(longest.reachSeconds());
    }

    private Stream<Ring> rings() {
        return Stream.concat(Stream.of(buckets), longer.stream());
    }

    /** All that falls into the window ending now, the stretch under way included. */
    Window window(Duration over, Instant now) {
        return reaching(over).since(now.minus(over));
    }

    private Ring reaching(Duration over) {
        return rings().filter(ring -> ring.reachSeconds() >= over.toSeconds())
                .findFirst()
                .orElseGet(() -> longer.isEmpty() ? buckets : longer.getLast());
    }

    /** The beginning of the window in which anything happened. */
    Instant firstEvent(Duration over, Instant now) {
        return reaching(over).from(now.minus(over)).stream()
                .filter(bucket -> bucket.total() > 0)
                .map(Bucket::start)
                .findFirst()
                .orElse(Bucket.empty(now).start());
    }

    /** Buckets that are over, oldest first. */
    List<Bucket> completed(Instant now) {
        return buckets.before(now);
    }

    /**
     * As far back as anything is known, oldest first: longer stretches, then buckets that are over.
     */
    List<Bucket> past(Instant now) {
        List<Bucket> completed = completed(now);
        if (completed.isEmpty() || longer.isEmpty()) {
            return completed;
        }
        List<Bucket> past = new ArrayList<>(longer.getFirst().before(completed.getFirst().start()));
        past.addAll(completed);
        return past;
    }

    Optional<Bucket> current(Instant now) {
        return buckets.find(now);
    }

    /** The last minutes as numbers for a small picture. */
    List<Double> picture(ToDoubleFunction<Bucket> value) {
        List<Bucket> all = buckets.all();
        return all.subList(Math.max(0, all.size() - 30), all.size()).stream()
                .map(value::applyAsDouble)
                .toList();
    }
}
