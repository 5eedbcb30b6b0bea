package dev.runside.agent.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.agent.config.Probe;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The clock is turned by hand; times are milliseconds since the watch began. */
class ServiceWatchTest {

    private final ServiceWatch watch = new ServiceWatch(Probe.standard(), true);

    @Test
    void aServiceThatAnswersAtTheStartIsToldOfOnce() {
        watch.appeared(at(0), at(-60_000));

        assertThat(answered(10)).hasValue(SignalKind.ANSWERING);
        assertThat(answered(1010)).isEmpty();
    }

    @Test
    void aGoneProcessIsToldOfAtOnceAndEveryFiveSecondsWhileItLasts() {
        answering();

        assertThat(gone(2000)).hasValue(SignalKind.PROCESS_GONE);
        assertThat(gone(2025)).isEmpty();
        assertThat(gone(6999)).isEmpty();
        Notice repeat = watch.gone(at(7000)).orElseThrow();
        assertThat(repeat.repeat()).isTrue();
        assertThat(repeat.lasting()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void aServiceThatComesBackTellsHowLongItWasDown() {
        answering();
        watch.gone(at(2000));

        assertThat(watch.appeared(at(2500), at(2490))).isEmpty();
        Notice back = watch.answered(at(2900), at(2890)).orElseThrow();

        assertThat(back.kind()).isEqualTo(SignalKind.ANSWERING);
        assertThat(back.lasting()).isEqualTo(Duration.ofMillis(900));
    }

    @Test
    void anAnswerAskedForBeforeTheProcessWentIsNotItsReturn() {
        answering();
        watch.gone(at(2000));

        assertThat(watch.answered(at(2003), at(1999))).isEmpty();
        assertThat(watch.condition()).isEqualTo(Condition.GONE);
    }

    @Test
    void threeMissesThatSpanThreeSecondsAreASilence() {
        answering();

        assertThat(missed(2000, 3000)).isEmpty();
        assertThat(missed(3000, 4000)).isEmpty();
        Notice silence = watch.missed(at(5000), at(4000), "no answer").orElseThrow();

        assertThat(silence.kind()).isEqualTo(SignalKind.NO_ANSWER);
        assertThat(silence.misses()).isEqualTo(3);
        assertThat(silence.lasting()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void threeQuickMissesAreNotYetASilence() {
        answering();

        assertThat(missed(2000, 2001)).isEmpty();
        assertThat(missed(3000, 3001)).isEmpty();
        assertThat(missed(4000, 4001)).isEmpty();
        assertThat(missed(5000, 5001)).hasValue(SignalKind.NO_ANSWER);
    }

    @Test
    void aPauseOfTwoSecondsIsNoNews() {
        answering();

        missed(2000, 3000);
        missed(3000, 4000);
        assertThat(answered(4001)).isEmpty();
        assertThat(missed(5000, 6000)).isEmpty();
        assertThat(missed(6000, 7000)).isEmpty();
    }

    @Test
    void aSilenceIsRepeatedEveryFiveSeconds() {
        silent();

        assertThat(missed(5000, 6000)).isEmpty();
        assertThat(missed(9000, 9999)).isEmpty();
        assertThat(missed(9000, 10_000)).hasValue(SignalKind.NO_ANSWER);
    }

    @Test
    void aSilentServiceWhoseProcessThenGoesIsToldOfAsGone() {
        silent();

        assertThat(gone(6000)).hasValue(SignalKind.PROCESS_GONE);
        assertThat(missed(6000, 7000)).isEmpty();
    }

    @Test
    void aYoungProcessHasTimeToStart() {
        watch.appeared(at(0), at(0));

        for (int second = 0; second < 20; second++) {
            assertThat(missed(second * 1000, second * 1000 + 1)).isEmpty();
        }
        assertThat(missed(20_000, 20_001)).isEmpty();
        assertThat(missed(21_000, 21_001)).isEmpty();
        assertThat(missed(22_000, 22_001)).isEmpty();
        assertThat(missed(23_000, 23_001)).hasValue(SignalKind.NO_ANSWER);
    }

    @Test
    void anOldProcessThatDoesNotAnswerWhenTheAgentStartsIsSilent() {
        watch.appeared(at(0), at(-60_000));

        missed(0, 1000);
        missed(1000, 2000);
        assertThat(missed(2000, 3000)).hasValue(SignalKind.NO_ANSWER);
    }

    @Test
    void whatTheAgentItselfChangesIsNoNews() {
        silent();

        watch.taken();
        assertThat(gone(6000)).isEmpty();
        assertThat(missed(6000, 7000)).isEmpty();
        assertThat(watch.appeared(at(7000), at(6990))).isEmpty();
        assertThat(answered(7100)).hasValue(SignalKind.ANSWERING);
        watch.released(at(7200), false);
        assertThat(answered(8000)).isEmpty();
    }

    @Test
    void aRestartThatFailedIsToldOfOnceItsOver() {
        answering();

        watch.taken();
        gone(2000);
        watch.released(at(3000), false);

        assertThat(gone(3001)).hasValue(SignalKind.PROCESS_GONE);
    }

    @Test
    void aServiceStoppedOnPurposeIsNoNewsUntilItRunsAgain() {
        answering();

        watch.taken();
        watch.released(at(2000), true);
        assertThat(gone(2001)).isEmpty();
        assertThat(missed(2100, 2101)).isEmpty();
        assertThat(watch.condition().counts()).isFalse();

        watch.appeared(at(9000), at(8990));
        assertThat(answered(9100)).hasValue(SignalKind.ANSWERING);
        assertThat(gone(9200)).hasValue(SignalKind.PROCESS_GONE);
    }

    @Test
    void missesOfAServiceNeverSeenAreNoNews() {
        for (int second = 0; second < 30; second++) {
            assertThat(missed(second * 1000, second * 1000 + 1)).isEmpty();
        }
        assertThat(watch.condition().counts()).isFalse();
    }

    @Test
    void aServiceWithoutHealthAnswersByRunning() {
        ServiceWatch blind = new ServiceWatch(Probe.standard(), false);

        assertThat(blind.appeared(at(0), at(0)).map(Notice::kind)).hasValue(SignalKind.ANSWERING);
        assertThat(blind.gone(at(100)).map(Notice::kind)).hasValue(SignalKind.PROCESS_GONE);
        assertThat(blind.appeared(at(200), at(200)).map(Notice::kind))
                .hasValue(SignalKind.ANSWERING);
    }

    @Test
    void aServiceThatAnswersWithoutTheProcessOfItsPidFileIsNotGone() {
        answering();
        gone(2000);

        assertThat(answered(3000)).hasValue(SignalKind.ANSWERING);
        assertThat(gone(9000)).isEmpty();
    }

    private void answering() {
        watch.appeared(at(0), at(-60_000));
        watch.answered(at(1000), at(999));
    }

    private void silent() {
        answering();
        missed(2000, 3000);
        missed(3000, 4000);
        assertThat(missed(4000, 5000)).hasValue(SignalKind.NO_ANSWER);
    }

    private Optional<SignalKind> answered(long now) {
        return watch.answered(at(now), at(now - 1)).map(Notice::kind);
    }

    private Optional<SignalKind> missed(long askedAt, long now) {
        return watch.missed(at(now), at(askedAt), "no answer").map(Notice::kind);
    }

    private Optional<SignalKind> gone(long now) {
        return watch.gone(at(now)).map(Notice::kind);
    }

    private static Duration at(long millis) {
        return Duration.ofMillis(millis);
    }
}
