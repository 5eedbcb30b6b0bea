package dev.runside.core.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SeriesTest {

    private static final Instant START = Instant.parse("2026-01-05T03:00:00Z");
    private static final long KEPT = 121;

    private final Series series = new Series(List.of(Duration.ofMinutes(20)));
    private final TreeMap<Long, Bucket> expected = new TreeMap<>();

    @Test
    void whateverOrderSamplesComeInEachIsInItsBucketAsLongAsThatIsKept() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        long second = 0;
        for (int step = 0; step < 5_000; step++) {
            second += random.nextInt(100) == 0 ? random.nextInt(4_000) : random.nextInt(15);
            add(START.plusSeconds(Math.max(0, second - late(random))));
            Instant now = START.plusSeconds(second);
            assertThat(series.completed(now))
                    .as("seed %d, step %d", seed, step)
                    .containsExactlyElementsOf(expected.headMap(Bucket.index(now)).values());
            Duration over = Duration.ofSeconds(10 + random.nextInt(1_190));
            assertThat(series.window(over, now).total())
                    .as("seed %d, step %d, %s", seed, step, over)
                    .isEqualTo(
                            expected.tailMap(Bucket.index(now.minus(over))).values().stream()
                                    .mapToDouble(Bucket::total)
                                    .sum());
        }
    }

    @Test
    void anEmptyOneHasNothingInItsWindows() {
        assertThat(series.window(Duration.ofMinutes(5), START).samples()).isZero();
        assertThat(series.completed(START)).isEmpty();
        assertThat(series.current(START)).isEmpty();
    }

    @Test
    void aLongWindowIsAtMostAThirtiethTooLongWhateverOrderSamplesComeIn() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        Duration hours = Duration.ofHours(6);
        var days = new Series(List.of(Duration.ofMinutes(5), hours, Duration.ofDays(3)));
        TreeMap<Instant, Double> seen = new TreeMap<>();
        long second = 0;
        for (int step = 0; step < 3_000; step++) {
            second += random.nextInt(240);
            Instant time = START.plusSeconds(Math.max(0, second - late(random)));
            days.add(new Sample(time, time, 1, 1.5));
            seen.merge(time, 1.5, Double::sum);
            Instant now = START.plusSeconds(second);
            for (Duration over : List.of(hours, Duration.ofDays(3))) {
                assertThat(days.window(over, now).total())
                        .as("seed %d, step %d, %s", seed, step, over)
                        .isGreaterThanOrEqualTo(since(seen, now.minus(over)))
                        .isLessThanOrEqualTo(
                                since(seen, now.minus(over).minus(over.dividedBy(30))));
            }
        }
    }

    private static double since(TreeMap<Instant, Double> seen, Instant begin) {
        return seen.tailMap(begin).values().stream().mapToDouble(Double::doubleValue).sum();
    }

    @Test
    void thePastReachesBackAsFarAsTheShortestLongWindow() {
        var hour = new Series(List.of(Duration.ofHours(1)));
        for (int minute = 0; minute < 90; minute++) {
            Instant time = START.plus(Duration.ofMinutes(minute));
            hour.add(new Sample(time, time, 1, 1));
        }
        Instant now = START.plus(Duration.ofMinutes(90));
        List<Bucket> past = hour.past(now);
        assertThat(past.getFirst().start()).isEqualTo(now.minus(Duration.ofMinutes(62)));
        assertThat(past).extracting(Bucket::start).isSorted().doesNotHaveDuplicates();
    }

    private static int late(Random random) {
        return random.nextInt(10) == 0 ? random.nextInt(2_000) : 0;
    }

    private void add(Instant time) {
        var sample = new Sample(time, time, 1, 2);
        series.add(sample);
        long index = Bucket.index(time);
        expected.merge(
                index,
                new Bucket(Bucket.start(index), 1, 2, 1),
                (before, _) -> before.plus(sample));
        expected.headMap(expected.lastKey() - KEPT).clear();
    }
}
