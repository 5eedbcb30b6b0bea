package dev.runside.core.watch.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is random here comes from one seed, {@link Shown#SEED}. */
class BaselineTest {

    private static final int MONTH = 30 * Shown.DAY;
    private static final int WEEK = 7 * Shown.DAY;

    @Test
    void aMonthOfChanceRaisesNothing() {
        Shown queue = new Shown(Kind.MEAN);
        Shown requests = new Shown(Kind.RATE);
        Shown complaints = new Shown(Kind.COUNT);
        Shown failures = new Shown(Kind.SHARE);

        assertThat(queue.next(MONTH, queue.noise(15, 2))).isEmpty();
        assertThat(requests.next(MONTH, at -> requests.poisson(requests.ofDay(at, 200)))).isEmpty();
        assertThat(complaints.next(MONTH, _ -> complaints.poisson(0.05))).isEmpty();
        assertThat(failures.shares(MONTH, _ -> 300 - failures.poisson(0.6), _ -> 300)).isEmpty();
    }

    @Test
    void anotherLevelIsRaisedAfterFourMinutesAndClearedWhenItIsAsBefore() {
        Shown queue = new Shown(Kind.MEAN);
        queue.next(WEEK, queue.noise(15, 2));

        List<Says> raised = queue.next(5, _ -> 48);
        assertThat(raised)
                .singleElement()
                .isInstanceOfSatisfying(
                        Says.Odd.class,
                        odd -> {
                            assertThat(odd.sentence())
                                    .matches(
                                            "Queue length: 48, usually [\\d.]+ to [\\d.]+; (a spike|another level for \\d minutes)");
                            assertThat(odd.learned()).isTrue();
                            assertThat(odd.since())
                                    .isEqualTo(Instant.parse("2026-03-09T00:00:00Z"));
                        });

        assertThat(queue.next(4, queue.noise(15, 2))).isEmpty();
        assertThat(queue.next(3, queue.noise(15, 2)))
                .singleElement()
                .isInstanceOf(Says.Ordinary.class);
    }

    @Test
    void aModestShiftSaysForHowLong() {
        Shown queue = new Shown(Kind.MEAN);
        queue.next(WEEK, queue.noise(100, 10));

        assertThat(queue.next(10, queue.noise(170, 10)))
                .singleElement()
                .isInstanceOfSatisfying(
                        Says.Odd.class,
                        odd -> assertThat(odd.sentence()).endsWith("another level for 4 minutes"));
    }

    @Test
    void oneOddMinuteIsNothing() {
        Shown queue = new Shown(Kind.MEAN);
        queue.next(WEEK, queue.noise(100, 10));

        assertThat(queue.next(1, _ -> 170)).isEmpty();
        assertThat(queue.next(30, queue.noise(100, 10))).isEmpty();
    }

    @Test
    void aHugeSpikeIsRaisedInItsMinute() {
        Shown queue = new Shown(Kind.MEAN);
        queue.next(WEEK, queue.noise(100, 10));

        assertThat(queue.next(1, _ -> 2_000)).hasSize(1).first().isInstanceOf(Says.Odd.class);
    }

    @Test
    void aStopIsRaisedAsSilence() {
        Shown requests = new Shown(Kind.RATE);
        requests.next(WEEK, at -> requests.poisson(requests.ofDay(at, 200)));

        assertThat(requests.next(5, _ -> 0))
                .singleElement()
                .isInstanceOfSatisfying(
                        Says.Odd.class,
                        odd -> assertThat(odd.sentence()).endsWith("silent for 3 minutes"));
    }

    @Test
    void moreFailingIsRaisedAndFewerIsNot() {
        Shown worse = new Shown(Kind.SHARE);
        worse.shares(WEEK, _ -> 300 - worse.poisson(6), _ -> 300);
        Shown better = new Shown(Kind.SHARE);
        better.shares(WEEK, _ -> 300 - better.poisson(60), _ -> 300);

        assertThat(worse.shares(6, _ -> 240, _ -> 300)).hasSize(1);
        assertThat(better.shares(60, _ -> 300, _ -> 300)).isEmpty();
    }

    @Test
    void whatIsSoEveryNightIsUsual() {
        Shown queue = new Shown(Kind.MEAN);
        queue.next(
                WEEK, at -> (at % Shown.DAY == 120 ? 900 : 100) + 10 * queue.chance.nextGaussian());

        assertThat(
                        queue.next(
                                WEEK,
                                at ->
                                        (at % Shown.DAY == 120 ? 900 : 100)
                                                + 10 * queue.chance.nextGaussian()))
                .isEmpty();
    }

    @Test
    void whileItLearnsItSaysForHowLong() {
        Shown queue = new Shown(Kind.MEAN);
        queue.next(Shown.DAY / 2, queue.noise(100, 10));

        assertThat(queue.next(6, _ -> 900))
                .singleElement()
                .isInstanceOfSatisfying(
                        Says.Odd.class,
                        odd -> {
                            assertThat(odd.sentence()).endsWith("; learning, 2 days left");
                            assertThat(odd.learned()).isFalse();
                        });
    }

    @Test
    void inItsFirstHourItSaysNothing() {
        Shown queue = new Shown(Kind.MEAN);
        queue.next(50, queue.noise(100, 10));

        assertThat(queue.next(9, _ -> 5_000)).isEmpty();
    }

    @Test
    void whatIsNotMeasuredHasNotRecovered() {
        Shown queue = new Shown(Kind.MEAN);
        queue.next(WEEK, queue.noise(100, 10));
        queue.next(6, _ -> 900);

        assertThat(queue.next(120, _ -> Double.NaN)).isEmpty();
        assertThat(queue.next(6, queue.noise(100, 10))).hasSize(1);
    }

    @Test
    void closeToItsCapacityItIsRaisedWithoutAPast() {
        Shown disk = new Shown(Kind.MEAN, Optional.of(100.0));
        disk.next(5, _ -> 60);

        assertThat(disk.next(3, _ -> 93))
                .singleElement()
                .isInstanceOfSatisfying(
                        Says.Odd.class, odd -> assertThat(odd.sentence()).contains("93 of 100"));
    }

    @Test
    void anExportNowEarlyAndThenLateIsAnEvenFlow() {
        Baseline requests = new Baseline("Requests", Kind.RATE, Optional.empty());
        Instant from = Instant.parse("2026-03-02T00:00:00Z");
        for (int minute = 1; minute <= 3 * Shown.DAY; minute++) {
            Instant to =
                    Instant.parse("2026-03-02T00:00:00Z")
                            .plus(Duration.ofMinutes(minute))
                            .plusSeconds(minute % 2 == 0 ? 1 : -1);
            requests.accept(from, to, 100, 100);
            from = to;
            assertThat(requests.judge(to.plusSeconds(1))).isNotInstanceOf(Says.Odd.class);
        }
    }
}
