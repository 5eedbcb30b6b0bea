package dev.runside.core.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.core.catalog.Indicator.Measure;
import dev.runside.core.catalog.Indicator.Rule;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WatchTest {

    private static final Duration TEN = Duration.ofSeconds(10);

    @Test
    void aShareOfBadEventsRaisesAndGoodEventsClear() {
        PlayedWatch run =
                PlayedWatch.of(
                        PlayedWatch.RATIO, new Rule.Failing(0.2, Duration.ofSeconds(20), 30));
        run.seconds(60, 30, 30);
        assertThat(run.verdicts).isEmpty();
        run.seconds(8, 0, 30);
        assertThat(run.verdicts).singleElement().isInstanceOf(Watch.Verdict.Raised.class);
        run.seconds(25, 30, 30);

        assertThat(run.verdicts.getLast()).isInstanceOf(Watch.Verdict.Cleared.class);
        assertThat(run.verdicts).hasSize(2);
    }

    @Test
    void itSaysHowManyMoreFailThanUsual() {
        PlayedWatch run =
                PlayedWatch.of(
                        PlayedWatch.RATIO, new Rule.Failing(0.2, Duration.ofSeconds(20), 30));
        run.seconds(60, 27, 30);
        run.seconds(8, 0, 30);

        assertThat(run.verdicts)
                .singleElement()
                .isInstanceOfSatisfying(
                        Watch.Verdict.Raised.class,
                        raised -> assertThat(raised.finding().excess()).isBetween(20.0, 28.0));
    }

    @Test
    void aBadStretchThatIsOverRaisesNothingWhileOldGoodEventsLeaveTheWindow() {
        PlayedWatch run =
                PlayedWatch.of(
                        PlayedWatch.RATIO, new Rule.Failing(0.2, Duration.ofSeconds(60), 30));
        run.seconds(60, 300, 300);
        run.seconds(20, 0, 30);
        assertThat(run.verdicts).as("600 bad beside 12,000 good").isEmpty();
        run.seconds(60, 30, 30);

        assertThat(run.verdicts).isEmpty();
    }

    @Test
    void noDataIsNeverTakenForRecovery() {
        PlayedWatch run =
                PlayedWatch.of(
                        PlayedWatch.RATIO, new Rule.Failing(0.2, Duration.ofSeconds(20), 30));
        run.seconds(10, 0, 30);
        run.silence(120);

        assertThat(run.verdicts).singleElement().isInstanceOf(Watch.Verdict.Raised.class);
    }

    @Test
    void anOutcomeThatFallsFarBelowItsUsualIsStalled() {
        PlayedWatch run =
                PlayedWatch.of(
                        new Measure.Rate("m", Map.of()),
                        new Rule.Stalled(0.3, Duration.ofSeconds(10)));
        run.seconds(90, 30, 30);
        run.seconds(21, 1, 1);

        assertThat(run.verdicts)
                .singleElement()
                .isInstanceOfSatisfying(
                        Watch.Verdict.Raised.class,
                        raised -> assertThat(raised.finding().kind()).isEqualTo("outcome-stalled"));
        run.seconds(30, 30, 30);
        assertThat(run.verdicts.getLast()).isInstanceOf(Watch.Verdict.Cleared.class);
    }

    @Test
    void aSilentSourceIsNotAStalledOutcome() {
        PlayedWatch run =
                PlayedWatch.of(
                        new Measure.Rate("m", Map.of()),
                        new Rule.Stalled(0.3, Duration.ofSeconds(10)));
        run.seconds(90, 30, 30);
        run.silence(60);

        assertThat(run.verdicts).isEmpty();
    }

    @Test
    void ticketsFarAboveTheUsualAreASurge() {
        PlayedWatch run =
                PlayedWatch.of(new Measure.Tickets(), new Rule.Surge(6, Duration.ofSeconds(20), 3));
        run.seconds(5, 1, 1);
        assertThat(run.verdicts).isEmpty();
        run.seconds(3, 1, 1);

        assertThat(run.verdicts).singleElement().isInstanceOf(Watch.Verdict.Raised.class);
    }

    @Test
    void aLateSampleIsCountedInItsOwnBucketAndJudgedByTheRulesThatLookBackSoFar() {
        PlayedWatch run =
                PlayedWatch.of(
                        PlayedWatch.RATIO, new Rule.Failing(0.2, Duration.ofSeconds(20), 30));
        run.seconds(125, 30, 30);
        Instant late = run.now.minusSeconds(60);
        run.watch.accept(new Sample(late, late, 0, 600));
        run.judge();

        assertThat(run.verdicts).isEmpty();
        assertThat(run.watch.bucketOf(late).total()).isEqualTo(900);
        run.watch.accept(new Sample(run.now, run.now.minusSeconds(3), 0, 600));
        assertThat(run.watch.judge(run.now))
                .singleElement()
                .isInstanceOf(Watch.Verdict.Raised.class);
    }

    @Test
    void samplesInAnyOrderMakeTheSameBuckets() {
        PlayedWatch run =
                PlayedWatch.of(new Measure.Rate("m", Map.of()), new Rule.Stalled(0.3, TEN));
        Watch inOrder = run.watch;
        Watch reversed = new Watch(inOrder.indicator());
        for (int second = 0; second < 60; second++) {
            Instant one = run.now.plusSeconds(second);
            Instant other = run.now.plusSeconds(59 - second);
            inOrder.accept(new Sample(one, one, second, second));
            reversed.accept(new Sample(other, other, 59 - second, 59 - second));
        }

        assertThat(reversed.picture()).isEqualTo(inOrder.picture()).hasSize(6);
    }

    @Test
    void aVerdictThatReachedNobodyIsSaidAgainThoughNothingHasCome() {
        PlayedWatch run =
                PlayedWatch.of(
                        PlayedWatch.RATIO, new Rule.Failing(0.2, Duration.ofSeconds(20), 30));
        run.seconds(1, 0, 30);
        assertThat(run.watch.judge(run.now)).isEmpty();
        run.watch.unsay(run.verdicts.getFirst());

        assertThat(run.watch.judge(run.now)).isEqualTo(run.verdicts);
    }

    @Test
    void aWindowThatEndsWithinABucketMovesOnWithinABucket() {
        PlayedWatch run =
                PlayedWatch.of(new Measure.Tickets(), new Rule.Surge(6, Duration.ofSeconds(15), 3));
        run.now = run.now.plusSeconds(9);
        run.seconds(7, 1, 1);
        assertThat(run.verdicts).singleElement().isInstanceOf(Watch.Verdict.Raised.class);
        run.silence(9);
        assertThat(run.verdicts).hasSize(1);
        run.now = Instant.parse("2026-01-05T03:00:35Z");
        run.judge();

        assertThat(run.verdicts.getLast()).isInstanceOf(Watch.Verdict.Cleared.class);
    }

    @Test
    void fedItsStoredBucketsItSaysTheSameAgain() {
        PlayedWatch run =
                PlayedWatch.of(
                        PlayedWatch.RATIO, new Rule.Failing(0.2, Duration.ofSeconds(20), 30));
        run.seconds(10, 0, 30);
        Watch before = run.watch;
        Watch after = new Watch(before.indicator());
        after.restore(before.bucketOf(run.now));
        after.restore(before.bucketOf(run.now.minusSeconds(10)));

        assertThat(after.judge(run.now)).singleElement().isInstanceOf(Watch.Verdict.Raised.class);
        assertThat(after.picture()).isEqualTo(before.picture());
    }
}
