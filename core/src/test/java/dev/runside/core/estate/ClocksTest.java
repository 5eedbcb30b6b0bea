package dev.runside.core.estate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.core.Ref;
import dev.runside.core.signal.Signal;
import dev.runside.core.triage.Finding;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Sources whose clock is wrong, and what comes late or in another order. */
class ClocksTest {

    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

    private final Scenario mail = new Scenario(Company.catalog());

    @Test
    void aSignalOfAClockAheadIsJudgedAtItsArrival() {
        told("process-gone", TEN_MINUTES, Map.of());

        assertThat(finding().startedAt()).isEqualTo(mail.now());
        assertThat(mail.incident().live()).isTrue();
    }

    @Test
    void aSignalOfAClockBehindIsJudgedWhenItComesAndBeganEarlier() {
        told("process-gone", TEN_MINUTES.negated(), Map.of());

        assertThat(finding().startedAt()).isEqualTo(mail.now().minus(TEN_MINUTES));
        assertThat(mail.incident().live()).isTrue();
    }

    @Test
    void aClockThatJumpsBackBetweenFailureAndRecoveryDoesNotKeepItOpen() {
        told("process-gone", Duration.ZERO, Map.of());
        mail.pass(Duration.ofSeconds(5));
        told("answering", Duration.ofHours(-1), Map.of());

        assertThat(finding().open()).isFalse();
    }

    @Test
    void aClockThatJumpsAheadBetweenFailureAndRecoveryDoesNotKeepItOpen() {
        told("process-gone", Duration.ZERO, Map.of());
        mail.pass(Duration.ofSeconds(5));
        told("answering", Duration.ofHours(1), Map.of());

        assertThat(finding().open()).isFalse();
    }

    @Test
    void whatIsToldLastHoldsWhateverTimesAreTold() {
        told("answering", Duration.ZERO, Map.of());
        told("process-gone", Duration.ofSeconds(-5), Map.of());
        assertThat(finding().open()).isTrue();

        told("answering", Duration.ofSeconds(-4), Map.of());
        assertThat(finding().open()).isFalse();
    }

    @Test
    void aChangeWhoseStartComesAfterItsEndStaysFinished() {
        Map<String, String> change = Map.of("change", "deploy-17", "type", "deploy");
        mail.pass(Duration.ofMinutes(2));
        told("change-finished", Duration.ofSeconds(-50), change);
        told("change-started", Duration.ofSeconds(-60), change);
        told("process-gone", Duration.ZERO, Map.of());

        assertThat(finding().held()).isEmpty();
        assertThat(mail.incident().live()).isTrue();
    }

    @Test
    void aChangeOfTheSameNameBeginsAnewLater() {
        Map<String, String> change = Map.of("change", "deploy", "type", "deploy");
        told("change-started", Duration.ZERO, change);
        told("change-finished", Duration.ofSeconds(1), change);
        mail.pass(Duration.ofMinutes(2));
        told("change-started", Duration.ZERO, change);
        told("process-gone", Duration.ZERO, Map.of());

        assertThat(finding().held()).isPresent();
    }

    @Test
    void anAnnouncedStopHoldsFromItsOwnTimeOn() {
        Map<String, String> stop = Map.of("change", "stop-1", "type", "stop", "forSeconds", "300");
        told("change-started", TEN_MINUTES.negated(), stop);
        told("process-gone", Duration.ZERO, Map.of());

        assertThat(finding().held()).isEmpty();
    }

    private Finding finding() {
        assertThat(mail.findings()).hasSize(1);
        return mail.findings().getFirst();
    }

    private void told(String kind, Duration off, Map<String, String> attributes) {
        Signal now = mail.observed(kind, kind, Company.RELAY, attributes);
        mail.give(new Input.Observed(List.of(at(now, off))));
    }

    private static Signal at(Signal signal, Duration off) {
        return new Signal(
                signal.id(),
                Ref.parse("source:test"),
                signal.receivedAt().plus(off),
                signal.receivedAt(),
                signal.kind(),
                Optional.of(Company.RELAY),
                signal.severity(),
                signal.title(),
                signal.attributes(),
                signal.fingerprint());
    }
}
