package dev.runside.core.watch.anomaly;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is random here comes from one seed, {@link MadeUp#SEED}. */
class AnomalyWatchTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final int THREE_DAYS = 3 * 1440;

    @Test
    void noiseIsNothingToReport() {
        MadeUp delays = new MadeUp(MINUTE);

        List<Verdict> verdicts = delays.next(2 * THREE_DAYS, delays.noise(100, 10));

        assertThat(verdicts.stream().filter(Verdict::unusual).count()).isLessThan(5);
    }

    @Test
    void theSwingOfTheDayIsNothingToReport() {
        MadeUp requests = new MadeUp(HOUR);

        List<Verdict> verdicts = requests.next(24 * 28, requests.day(1000, 800, 30));

        assertThat(verdicts).noneMatch(Verdict::unusual);
    }

    @Test
    void aSpikeIsReportedAtOnceWithWhatIsUsual() {
        MadeUp delays = new MadeUp(MINUTE);
        delays.next(THREE_DAYS, delays.noise(100, 10));

        Verdict verdict = delays.next(1, row -> 500).getFirst();

        assertThat(verdict.worthFinding()).isTrue();
        assertThat(verdict.score()).isGreaterThan(Verdict.EPISODE);
        assertThat(verdict.shape()).isEqualTo(Shape.SPIKE);
        assertThat(verdict.reason()).startsWith("spike to 500, where ").contains("is usual");
    }

    @Test
    void aLevelShiftGoesOnBeingReportedButIsNewsOnlyAtItsBeginning() {
        MadeUp delays = new MadeUp(MINUTE);
        delays.next(THREE_DAYS, delays.noise(100, 10));

        List<Verdict> verdicts = delays.next(15, delays.noise(400, 10));

        assertThat(verdicts).allMatch(Verdict::unusual);
        assertThat(verdicts.getLast().shape()).isEqualTo(Shape.LEVEL_SHIFT);
        assertThat(verdicts.getFirst().score()).isGreaterThan(Verdict.EPISODE);
        assertThat(verdicts.subList(5, 15))
                .noneMatch(verdict -> verdict.score() >= Verdict.EPISODE);
    }

    @Test
    void aNewLevelBecomesUsual() {
        MadeUp delays = new MadeUp(MINUTE);
        delays.next(THREE_DAYS, delays.noise(100, 10));
        delays.next(400, delays.noise(400, 10));

        assertThat(delays.next(100, delays.noise(400, 10))).noneMatch(Verdict::unusual);
    }

    @Test
    void silenceWhereThereIsAlwaysSomethingIsReported() {
        MadeUp requests = new MadeUp(MINUTE);
        requests.next(THREE_DAYS, requests.noise(100, 5));

        Verdict verdict = requests.next(1, row -> 0).getFirst();

        assertThat(verdict.worthFinding()).isTrue();
        assertThat(verdict.shape()).isEqualTo(Shape.SILENCE);
        assertThat(verdict.reason()).startsWith("next to nothing: 0 where ");
    }

    @Test
    void nowAndThenOneWhereNothingIsUsualIsNothingToReport() {
        MadeUp failures = new MadeUp(MINUTE);

        List<Verdict> verdicts = failures.next(THREE_DAYS, row -> row % 211 == 0 ? 1 : 0);

        assertThat(verdicts).noneMatch(Verdict::unusual);
    }

    @Test
    void noonsValueAtMidnightIsReportedThoughItIsCommonAtNoon() {
        MadeUp requests = new MadeUp(HOUR);
        requests.next(24 * 14, requests.day(1000, 950, 20));

        Verdict verdict = requests.next(1, row -> 1900).getFirst();

        assertThat(verdict.unusual()).isTrue();
        assertThat(verdict.shape()).isEqualTo(Shape.SEASON_BROKEN);
        assertThat(verdict.reason()).startsWith("1900, but at this hour of the day ");
    }

    @Test
    void aYoungBaselineSaysHowLongItLearnsAndMakesNoFinding() {
        MadeUp delays = new MadeUp(HOUR);
        Verdict young = delays.next(40, delays.noise(100, 10)).getLast();

        Verdict spike = delays.next(1, row -> 900).getFirst();

        assertThat(young.learning()).isEqualTo(Duration.ofHours(9));
        assertThat(spike.unusual()).isTrue();
        assertThat(spike.worthFinding()).isFalse();
    }

    @Test
    void whatIsNoNumberIsNeitherJudgedNorLearned() {
        AnomalyWatch watch = new AnomalyWatch();
        Instant time = Instant.EPOCH;
        watch.judge(time, 5);

        Verdict verdict = watch.judge(time.plusSeconds(60), Double.NaN);

        assertThat(verdict.score()).isZero();
        assertThat(watch.judge(time.plusSeconds(120), 5).score()).isZero();
    }

    @Test
    void theScaleOfTheValuesDoesNotMatter() {
        MadeUp small = new MadeUp(MINUTE);
        MadeUp large = new MadeUp(MINUTE);
        small.next(500, small.noise(0.125, 0.01));
        large.next(500, large.noise(1 << 20, 0.08 * (1 << 20)));

        double ofSmall = small.next(1, row -> 0.25).getFirst().score();
        double ofLarge = large.next(1, row -> 1 << 21).getFirst().score();

        assertThat(ofSmall).isEqualTo(ofLarge, org.assertj.core.data.Offset.offset(1e-3));
    }
}
