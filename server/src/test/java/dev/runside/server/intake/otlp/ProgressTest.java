package dev.runside.server.intake.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.server.intake.otlp.Progress.Before;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a point adds to what was known of its series. Times are in seconds here. */
class ProgressTest {

    private static final long NOW = 10_000;
    private static final UUID SERIES = new UUID(1, 1);
    private static final UUID INSTRUMENT = new UUID(2, 2);

    @Test
    void theFirstPointOfAYoungSeriesCountsFromItsStart() {
        assertCounted(first(point(NOW - 30, NOW, 5)), NOW - 30, 5);
    }

    @Test
    void theFirstPointOfAnOldSeriesIsHistory() {
        assertThat(first(point(NOW - 121, NOW, 5_000))).isInstanceOf(Progress.Baseline.class);
        assertThat(first(point(0, NOW, 5_000))).isInstanceOf(Progress.Baseline.class);
    }

    @Test
    void aSeriesThatJoinsAnInstrumentWeFollowBeganSinceTheExportBefore() {
        Point point = point(NOW - 3_600, NOW, 2);

        assertCounted(of(point, none(), instrument(NOW - 3_600, NOW - 10)), NOW - 10, 2);
        assertThat(of(point, none(), instrument(NOW - 3_600, NOW)))
                .isInstanceOf(Progress.Baseline.class);
        assertThat(of(point, none(), instrument(NOW - 50, NOW - 10)))
                .isInstanceOf(Progress.Baseline.class);
    }

    @Test
    void aLaterPointCountsWhatCameSince() {
        assertCounted(of(point(NOW - 100, NOW, 12), known(NOW - 100, NOW - 10, 5)), NOW - 10, 7);
    }

    @Test
    void aPointNoLaterThanTheLastIsADuplicate() {
        assertThat(of(point(NOW - 100, NOW - 10, 5), known(NOW - 100, NOW - 10, 5)))
                .isInstanceOf(Progress.Duplicate.class);
        assertThat(of(point(NOW - 100, NOW - 20, 3), known(NOW - 100, NOW - 10, 5)))
                .isInstanceOf(Progress.Duplicate.class);
    }

    @Test
    void aCounterWhoseClockIsSetBackGoesOnCountingAtOnce() {
        Point back = point(NOW - 9_000, NOW - 3_600, 8);

        assertCounted(of(back, known(NOW - 9_000, NOW - 1, 5)), NOW - 3_600, 3);
    }

    @Test
    void aCounterThatStandsStillWhenItsClockIsSetBackGoesOnAfterAMinute() {
        Point back = point(NOW - 9_000, NOW - 3_600, 5);

        assertThat(of(back, known(NOW - 9_000, NOW - 1, 5))).isInstanceOf(Progress.Duplicate.class);
        assertCounted(of(back, heardLong(known(NOW - 9_000, NOW - 61, 5))), NOW - 3_600, 0);
    }

    @Test
    void aProcessStartedAfterItsClockWasSetBackCountsFromItsOwnZero() {
        Point fresh = point(NOW - 3_600, NOW - 3_590, 2);

        assertThat(of(fresh, known(NOW - 9_000, NOW - 1, 5)))
                .isInstanceOfSatisfying(
                        Progress.Counted.class,
                        step -> assertThat(step.increase().total()).isEqualTo(2));
    }

    @Test
    void anOlderPointThatComesLateAddsNothingWhateverItsOrder() {
        for (long total = 0; total <= 5; total++) {
            assertThat(of(point(NOW - 100, NOW - 20, total), known(NOW - 100, NOW - 10, 5)))
                    .isInstanceOf(Progress.Duplicate.class);
        }
    }

    @Test
    void deltaPointsOfAClockSetBackCountAgainAfterAMinute() {
        long[] times = new long[Progress.RECENT];
        Arrays.setAll(times, at -> nanos(NOW - 16 + at));
        Optional<Cursor> known = Optional.of(cursor(0, nanos(NOW), Counts.ofSum(1), times));

        assertThat(of(delta(NOW - 3_610, NOW - 3_600, 4), known))
                .isInstanceOf(Progress.Duplicate.class);
        assertThat(of(delta(NOW - 3_610, NOW - 3_600, 4), heardLong(known)))
                .isInstanceOfSatisfying(
                        Progress.Counted.class,
                        step -> {
                            assertThat(step.increase().total()).isEqualTo(4);
                            assertThat(step.recentNanos()).containsExactly(nanos(NOW - 3_600));
                        });
    }

    @Test
    void aNewStartCountsFromItsOwnZero() {
        assertCounted(of(point(NOW - 5, NOW, 9), known(NOW - 100, NOW - 10, 5)), NOW - 5, 9);
    }

    @Test
    void aCounterThatFellCountsFromZeroToo() {
        assertCounted(of(point(NOW - 100, NOW, 2), known(NOW - 100, NOW - 10, 5)), NOW - 10, 2);
        assertCounted(of(point(0, NOW, 2), known(0, NOW - 10, 5)), NOW - 10, 2);
    }

    @Test
    void ofTwoSendersOfOneSeriesTheOlderIsRefusedWhileTheOtherLives() {
        Point older = point(NOW - 200, NOW, 50);

        assertThat(of(older, known(NOW - 100, NOW - 1, 5))).isInstanceOf(Progress.Refused.class);
        assertThat(of(older, heardLong(known(NOW - 100, NOW - 61, 5))))
                .isInstanceOf(Progress.Baseline.class);
    }

    @Test
    void aHistogramWithOtherBoundsCannotBeComparedAndBeginsAnew() {
        Counts before = Counts.ofHistogram(3, new double[] {1, 2}, new double[] {0.5});
        Counts after = Counts.ofHistogram(5, new double[] {1, 4}, new double[] {0.7});
        Point point = new Point(INSTRUMENT, SERIES, 1, nanos(NOW), false, after, List.of());

        assertThat(of(point, Optional.of(cursor(1, nanos(NOW - 1), before, new long[0]))))
                .isInstanceOf(Progress.Baseline.class);
    }

    @Test
    void aDeltaPointCountsAsItIsAndOnce() {
        Progress.Counted step =
                (Progress.Counted) of(delta(NOW - 1, NOW, 4), none(), Optional.empty());
        Optional<Cursor> known =
                Optional.of(cursor(0, nanos(NOW), Counts.ofSum(4), step.recentNanos()));

        assertThat(step.fromNanos()).isEqualTo(nanos(NOW - 1));
        assertThat(step.increase().total()).isEqualTo(4);
        assertThat(of(delta(NOW - 1, NOW, 4), known)).isInstanceOf(Progress.Duplicate.class);
        assertThat(of(delta(NOW - 2, NOW - 1, 3), known)).isInstanceOf(Progress.Counted.class);
    }

    @Test
    void ofDeltaPointsOnlyTheNewestTimesAreRemembered() {
        long[] times = new long[0];
        for (int at = 0; at < 40; at++) {
            var step =
                    (Progress.Counted)
                            of(
                                    delta(NOW + at - 1, NOW + at, 1),
                                    Optional.of(cursor(0, 0, Counts.ofSum(0), times)));
            times = step.recentNanos();
        }

        assertThat(times).hasSize(Progress.RECENT).isSorted();
        assertThat(times[0]).isEqualTo(nanos(NOW + 24));
        assertThat(of(delta(NOW, NOW + 1, 1), Optional.of(cursor(0, 0, Counts.ofSum(0), times))))
                .isInstanceOf(Progress.Duplicate.class);
    }

    @Test
    void bucketsAreCountedUpToABoundAndNeverDivided() {
        Counts counts =
                Counts.ofHistogram(10, new double[] {1, 2, 3, 4}, new double[] {0.1, 0.5, 1});

        assertThat(counts.upTo(0.5)).isEqualTo(3);
        assertThat(counts.upTo(0.3)).isEqualTo(1);
        assertThat(counts.upTo(0.05)).isZero();
        assertThat(counts.upTo(7)).isEqualTo(6);
    }

    private static Progress first(Point point) {
        return of(point, none(), Optional.empty());
    }

    private static Progress of(Point point, Optional<Cursor> series) {
        return of(point, series, Optional.empty());
    }

    private static Progress of(Point point, Optional<Cursor> series, Optional<Cursor> instrument) {
        return Progress.of(point, new Before(series, instrument, nanos(NOW), Duration.ZERO));
    }

    private static void assertCounted(Progress progress, long from, double total) {
        assertThat(progress)
                .isInstanceOfSatisfying(
                        Progress.Counted.class,
                        step -> {
                            assertThat(step.fromNanos()).isEqualTo(nanos(from));
                            assertThat(step.increase().total()).isEqualTo(total);
                        });
    }

    private static Point point(long start, long time, double total) {
        return new Point(
                INSTRUMENT,
                SERIES,
                nanos(start),
                nanos(time),
                false,
                Counts.ofSum(total),
                List.of());
    }

    private static Point delta(long start, long time, double total) {
        return new Point(
                INSTRUMENT,
                SERIES,
                nanos(start),
                nanos(time),
                true,
                Counts.ofSum(total),
                List.of());
    }

    private static Optional<Cursor> none() {
        return Optional.empty();
    }

    private static Optional<Cursor> known(long start, long time, double total) {
        return Optional.of(cursor(nanos(start), nanos(time), Counts.ofSum(total), new long[0]));
    }

    private static Optional<Cursor> instrument(long start, long time) {
        return known(start, time, 0);
    }

    private static Optional<Cursor> heardLong(Optional<Cursor> cursor) {
        Cursor recent = cursor.orElseThrow();
        return Optional.of(
                new Cursor(
                        recent.key(),
                        recent.instrument(),
                        recent.source(),
                        recent.startNanos(),
                        recent.timeNanos(),
                        recent.counts(),
                        recent.recentNanos(),
                        (NOW - 61) * 1_000));
    }

    private static Cursor cursor(long start, long time, Counts counts, long[] recent) {
        return new Cursor(
                SERIES, INSTRUMENT, "source:x", start, time, counts, recent, (NOW - 1) * 1_000);
    }

    private static long nanos(long seconds) {
        return seconds * 1_000_000_000L;
    }
}
