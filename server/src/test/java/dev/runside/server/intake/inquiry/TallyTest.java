package dev.runside.server.intake.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Indicator.Measure.Queried;
import dev.runside.core.catalog.Question;
import dev.runside.core.watch.Sample;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TallyTest {

    private static final Duration EVERY = Duration.ofSeconds(10);
    private static final Duration FRESH = Duration.ofSeconds(20);

    @Test
    void whatCountersGrowByIsCountedAfterTheTimeOnly() {
        List<Sample> samples =
                tally(counters("bad", "all"), 20)
                        .of(List.of(List.of(curve(1, 1, 3, 4)), List.of(curve(10, 20, 40, 50))));

        assertThat(samples)
                .containsExactly(
                        new Sample(Instant.ofEpochSecond(0), Instant.ofEpochSecond(30), 9, 10));
    }

    @Test
    void anIntervalInWhichOneBeganAnewCountsNothingAndANewOneCountsFromItsFirstValue() {
        List<Sample> samples =
                tally(counters("bad", "all"), 0)
                        .of(
                                List.of(
                                        List.of(),
                                        List.of(curve(100, 110, 3, 5), late(5_000, 5_004, 5_008))));

        assertThat(samples).extracting(Sample::total).containsExactly(10.0, 6.0);
    }

    @Test
    void whereOnlyTheGoodOnesBeganAnewNobodyIsSaidToHaveFailed() {
        var share = new Question.Share("good", false, "all", true);

        assertThat(tally(share, 0).of(List.of(List.of(curve(90, 2)), List.of(curve(90, 99)))))
                .isEmpty();
    }

    @Test
    void withoutATotalThereIsNothingHoweverManyAreBad() {
        assertThat(tally(counters("bad", "all"), 0).of(List.of(List.of(curve(1, 5, 9)), List.of())))
                .isEmpty();
    }

    @Test
    void withoutBadOnesAllAreGoodAndNoMoreAreBadThanThereAre() {
        var tally = tally(counters("bad", "all"), 0);

        assertThat(tally.of(List.of(List.of(), List.of(curve(0, 4)))))
                .extracting(Sample::good)
                .containsExactly(4.0);
        assertThat(tally.of(List.of(List.of(curve(0, 9)), List.of(curve(0, 4)))))
                .extracting(Sample::good)
                .containsExactly(0.0);
    }

    @Test
    void aGapIsCountedWhereTheCounterIsSeenAgainAndReachesBackToBefore() {
        var values = new TreeMap<Long, Double>();
        values.put(0L, 10.0);
        values.put(50_000L, 30.0);

        List<Sample> samples =
                tally(counters("bad", "all"), 40)
                        .of(List.of(List.of(), List.of(new Curve(values))));

        assertThat(samples)
                .containsExactly(
                        new Sample(Instant.ofEpochSecond(-20), Instant.ofEpochSecond(50), 20, 20));
    }

    @Test
    void amountsCountAsTheyAreAndReachBackByTheirRange() {
        var question =
                new Question.Share("increase(good[30s])", false, "increase(all[30s])", false);

        List<Sample> samples =
                tally(question, 0).of(List.of(List.of(curve(8, 9)), List.of(curve(10, 10))));

        assertThat(samples)
                .containsExactly(
                        new Sample(Instant.ofEpochSecond(-50), Instant.ofEpochSecond(10), 9, 10));
    }

    @Test
    void aThresholdCountsTheSecondsInWhichItIsKept() {
        var question = new Question.Threshold("queue", Question.Comparison.LTE, 5);

        List<Sample> samples = tally(question, 0).of(List.of(List.of(curve(1, 5, 6))));

        assertThat(samples).extracting(Sample::good).containsExactly(10.0, 0.0);
        assertThat(samples).extracting(Sample::total).containsExactly(10.0, 10.0);
    }

    private static Question counters(String bad, String all) {
        return new Question.Share(bad, true, all, true);
    }

    private static Tally tally(Question question, long afterSeconds) {
        var measure = new Queried(Ref.parse("source:metrics"), question, EVERY, FRESH);
        return new Tally(measure, Instant.ofEpochSecond(afterSeconds));
    }

    /** Values ten seconds apart, the first at zero. */
    private static Curve curve(double... values) {
        return from(0, values);
    }

    private static Curve late(double... values) {
        return from(1, values);
    }

    private static Curve from(int first, double... values) {
        var points = new TreeMap<Long, Double>();
        for (int at = 0; at < values.length; at++) {
            points.put((first + at) * 10_000L, values[at]);
        }
        return new Curve(points);
    }
}
