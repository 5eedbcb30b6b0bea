package dev.runside.core.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Function;
import dev.runside.core.catalog.Indicator;
import dev.runside.core.catalog.Indicator.Measure;
import dev.runside.core.catalog.Indicator.Rule;
import dev.runside.core.catalog.Layer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WatchTest {

    private static final Duration TEN = Duration.ofSeconds(10);

    private Instant now = Instant.parse("2026-01-05T03:00:00Z");
    private final List<Watch.Verdict> verdicts = new ArrayList<>();

    @Test
    void aShareOfBadEventsRaisesAndGoodEventsClear() {
        Watch watch =
                watch(
                        new Measure.Ratio("m", Map.of(), Map.of()),
                        new Rule.Failing(0.2, Duration.ofSeconds(20), 30));
        seconds(watch, 60, 30, 30);
        assertThat(verdicts).isEmpty();
        seconds(watch, 8, 0, 30);
        assertThat(verdicts).singleElement().isInstanceOf(Watch.Verdict.Raised.class);
        seconds(watch, 25, 30, 30);

        assertThat(verdicts.getLast()).isInstanceOf(Watch.Verdict.Cleared.class);
        assertThat(verdicts).hasSize(2);
    }

    @Test
    void itSaysHowManyMoreFailThanUsual() {
        Watch watch =
                watch(
                        new Measure.Ratio("m", Map.of(), Map.of()),
                        new Rule.Failing(0.2, Duration.ofSeconds(20), 30));
        seconds(watch, 60, 27, 30);
        seconds(watch, 8, 0, 30);

        assertThat(verdicts)
                .singleElement()
                .isInstanceOfSatisfying(
                        Watch.Verdict.Raised.class,
                        raised -> assertThat(raised.finding().excess()).isBetween(20.0, 28.0));
    }

    @Test
    void aBadStretchThatIsOverRaisesNothingWhileOldGoodEventsLeaveTheWindow() {
        Watch watch =
                watch(
                        new Measure.Ratio("m", Map.of(), Map.of()),
                        new Rule.Failing(0.2, Duration.ofSeconds(60), 30));
        seconds(watch, 60, 300, 300);
        seconds(watch, 20, 0, 30);
        assertThat(verdicts).as("600 bad beside 12,000 good").isEmpty();
        seconds(watch, 60, 30, 30);

        assertThat(verdicts).isEmpty();
    }

    @Test
    void noDataIsNeverTakenForRecovery() {
        Watch watch =
                watch(
                        new Measure.Ratio("m", Map.of(), Map.of()),
                        new Rule.Failing(0.2, Duration.ofSeconds(20), 30));
        seconds(watch, 10, 0, 30);
        for (int second = 0; second < 120; second++) {
            now = now.plusSeconds(1);
            verdicts.addAll(watch.judge(now));
        }

        assertThat(verdicts).singleElement().isInstanceOf(Watch.Verdict.Raised.class);
    }

    @Test
    void burnNeedsBothWindows() {
        Watch watch =
                watch(
                        new Measure.Ratio("m", Map.of(), Map.of()),
                        new Rule.Burn(14.4, Duration.ofHours(1), Duration.ofMinutes(5), 100, true));
        seconds(watch, 3600, 30, 30);
        seconds(watch, 120, 0, 30);
        assertThat(verdicts)
                .as("3 % bad in the hour is below 14.4 times a budget of 1 %")
                .isEmpty();
        seconds(watch, 600, 0, 30);

        assertThat(verdicts).singleElement().isInstanceOf(Watch.Verdict.Raised.class);
    }

    @Test
    void withLittleTrafficTheShortWindowWidensUntilItHoldsEnough() {
        Watch watch =
                watch(
                        new Measure.Ratio("m", Map.of(), Map.of()),
                        new Rule.Burn(14.4, Duration.ofHours(1), Duration.ofMinutes(5), 10, true));
        minutes(watch, 9, 0);
        assertThat(verdicts).as("nine events are too few in any window").isEmpty();
        minutes(watch, 2, 0);

        assertThat(verdicts).singleElement().isInstanceOf(Watch.Verdict.Raised.class);
        minutes(watch, 20, 1);
        assertThat(verdicts.getLast()).isInstanceOf(Watch.Verdict.Cleared.class);
    }

    @Test
    void oneBadEventAloneBurnsNoBudget() {
        Watch watch =
                watch(
                        new Measure.Ratio("m", Map.of(), Map.of()),
                        new Rule.Burn(1, Duration.ofHours(1), Duration.ofMinutes(5), 10, true));
        minutes(watch, 1, 0);
        minutes(watch, 30, 1);
        assertThat(verdicts).isEmpty();
        minutes(watch, 1, 0);

        assertThat(verdicts).singleElement().isInstanceOf(Watch.Verdict.Raised.class);
    }

    @Test
    void severalRatesAreOneFindingUntilNoneOfThemHoldsAndASlowOneIsATicket() {
        Watch watch =
                new Watch(
                        new Indicator(
                                "i",
                                "Indicator",
                                Ref.parse("hop:mail/relay"),
                                Layer.PRODUCT,
                                Function.PLATFORM,
                                new Measure.Ratio("m", Map.of(), Map.of()),
                                Optional.of(0.99),
                                Rule.Burn.USUAL,
                                false));
        seconds(watch, 600, 0, 30);
        assertThat(raised()).containsOnly("budget-burn", "budget-drain");

        verdicts.clear();
        seconds(watch, 1200, 30, 30);
        assertThat(verdicts).as("the half hour still burns").isEmpty();
        seconds(watch, 1800, 30, 30);

        assertThat(verdicts)
                .singleElement()
                .isInstanceOfSatisfying(
                        Watch.Verdict.Cleared.class,
                        cleared -> assertThat(cleared.findingKey()).startsWith("budget-burn@"));
    }

    @Test
    void anOutcomeThatFallsFarBelowItsUsualIsStalled() {
        Watch watch =
                watch(
                        new Measure.Rate("m", Map.of()),
                        new Rule.Stalled(0.3, Duration.ofSeconds(10)));
        seconds(watch, 90, 30, 30);
        seconds(watch, 21, 1, 1);

        assertThat(verdicts)
                .singleElement()
                .isInstanceOfSatisfying(
                        Watch.Verdict.Raised.class,
                        raised -> assertThat(raised.finding().kind()).isEqualTo("outcome-stalled"));
        seconds(watch, 30, 30, 30);
        assertThat(verdicts.getLast()).isInstanceOf(Watch.Verdict.Cleared.class);
    }

    @Test
    void aSilentSourceIsNotAStalledOutcome() {
        Watch watch =
                watch(
                        new Measure.Rate("m", Map.of()),
                        new Rule.Stalled(0.3, Duration.ofSeconds(10)));
        seconds(watch, 90, 30, 30);
        for (int second = 0; second < 60; second++) {
            now = now.plusSeconds(1);
            verdicts.addAll(watch.judge(now));
        }

        assertThat(verdicts).isEmpty();
    }

    @Test
    void ticketsFarAboveTheUsualAreASurge() {
        Watch watch = watch(new Measure.Tickets(), new Rule.Surge(6, Duration.ofSeconds(20), 3));
        seconds(watch, 5, 1, 1);
        assertThat(verdicts).isEmpty();
        seconds(watch, 3, 1, 1);

        assertThat(verdicts).singleElement().isInstanceOf(Watch.Verdict.Raised.class);
    }

    @Test
    void aLateSampleIsCountedInItsOwnBucketAndJudgedByTheRulesThatLookBackSoFar() {
        Watch watch =
                watch(
                        new Measure.Ratio("m", Map.of(), Map.of()),
                        new Rule.Failing(0.2, Duration.ofSeconds(20), 30));
        seconds(watch, 125, 30, 30);
        Instant late = now.minusSeconds(60);
        watch.accept(new Sample(late, late, 0, 600));
        verdicts.addAll(watch.judge(now));

        assertThat(verdicts).isEmpty();
        assertThat(watch.bucketOf(late).total()).isEqualTo(900);
        watch.accept(new Sample(now, now.minusSeconds(3), 0, 600));
        assertThat(watch.judge(now)).singleElement().isInstanceOf(Watch.Verdict.Raised.class);
    }

    @Test
    void samplesInAnyOrderMakeTheSameBuckets() {
        Watch inOrder = watch(new Measure.Rate("m", Map.of()), new Rule.Stalled(0.3, TEN));
        Watch reversed = watch(new Measure.Rate("m", Map.of()), new Rule.Stalled(0.3, TEN));
        for (int second = 0; second < 60; second++) {
            Instant one = now.plusSeconds(second);
            Instant other = now.plusSeconds(59 - second);
            inOrder.accept(new Sample(one, one, second, second));
            reversed.accept(new Sample(other, other, 59 - second, 59 - second));
        }

        assertThat(reversed.picture()).isEqualTo(inOrder.picture()).hasSize(6);
    }

    @Test
    void aVerdictThatReachedNobodyIsSaidAgainThoughNothingHasCome() {
        Watch watch =
                watch(
                        new Measure.Ratio("m", Map.of(), Map.of()),
                        new Rule.Failing(0.2, Duration.ofSeconds(20), 30));
        seconds(watch, 1, 0, 30);
        assertThat(watch.judge(now)).isEmpty();
        watch.unsay(verdicts.getFirst());

        assertThat(watch.judge(now)).isEqualTo(verdicts);
    }

    @Test
    void aWindowThatEndsWithinABucketMovesOnWithinABucket() {
        Watch watch = watch(new Measure.Tickets(), new Rule.Surge(6, Duration.ofSeconds(15), 3));
        now = now.plusSeconds(9);
        seconds(watch, 7, 1, 1);
        assertThat(verdicts).singleElement().isInstanceOf(Watch.Verdict.Raised.class);
        for (int second = 0; second < 9; second++) {
            now = now.plusSeconds(1);
            verdicts.addAll(watch.judge(now));
        }
        assertThat(verdicts).hasSize(1);
        now = Instant.parse("2026-01-05T03:00:35Z");
        verdicts.addAll(watch.judge(now));

        assertThat(verdicts.getLast()).isInstanceOf(Watch.Verdict.Cleared.class);
    }

    @Test
    void fedItsStoredBucketsItSaysTheSameAgain() {
        Watch before =
                watch(
                        new Measure.Ratio("m", Map.of(), Map.of()),
                        new Rule.Failing(0.2, Duration.ofSeconds(20), 30));
        seconds(before, 10, 0, 30);
        Watch after = new Watch(before.indicator());
        after.restore(before.bucketOf(now));
        after.restore(before.bucketOf(now.minusSeconds(10)));

        assertThat(after.judge(now)).singleElement().isInstanceOf(Watch.Verdict.Raised.class);
        assertThat(after.picture()).isEqualTo(before.picture());
    }

    private List<String> raised() {
        return verdicts.stream()
                .map(verdict -> ((Watch.Verdict.Raised) verdict).finding().kind())
                .toList();
    }

    /** One event a minute. */
    private void minutes(Watch watch, int minutes, int good) {
        for (int minute = 0; minute < minutes; minute++) {
            Instant before = now;
            now = now.plusSeconds(60);
            watch.accept(new Sample(before, now, good, 1));
            verdicts.addAll(watch.judge(now));
        }
    }

    private void seconds(Watch watch, int seconds, int good, int total) {
        for (int second = 0; second < seconds; second++) {
            Instant before = now;
            now = now.plusSeconds(1);
            watch.accept(new Sample(before, now, good, total));
            verdicts.addAll(watch.judge(now));
        }
    }

    private static Watch watch(Measure measure, Rule rule) {
        return new Watch(
                new Indicator(
                        "i",
                        "Indicator",
                        Ref.parse("hop:mail/relay"),
                        Layer.PRODUCT,
                        Function.PLATFORM,
                        measure,
                        Optional.of(0.99),
                        List.of(rule),
                        false));
    }
}
