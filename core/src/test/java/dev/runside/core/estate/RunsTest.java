package dev.runside.core.estate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.core.run.Phase;
import dev.runside.core.run.StepResult;
import dev.runside.core.run.StepResult.Outcome;
import dev.runside.core.state.Effect.Urgency;
import dev.runside.core.triage.Incident;
import dev.runside.core.triage.Tier;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A run cannot go wrong quietly. */
class RunsTest {

    private final Scenario mail =
            new Scenario(Company.catalog()).signal("process-gone", Company.RELAY, Map.of());

    @Test
    void aDiagnosisThatFindsNothingWrongDoesNothing() {
        mail.agentDoes(Outcome.DONE, Map.of("state", "answering"));

        assertThat(mail.run().phase()).isEqualTo(Phase.NOT_NEEDED);
        assertThat(mail.story("step")).anyMatch(line -> line.startsWith("restart skipped"));
    }

    @Test
    void anUnknownOutcomeIsSaidAndPagesAtOnce() {
        mail.agentDoes(Outcome.DONE, Map.of("state", "gone"));
        mail.agentDoes(Outcome.UNKNOWN, Map.of()).pass(Duration.ofSeconds(1));

        assertThat(mail.run().phase()).isEqualTo(Phase.UNKNOWN);
        assertThat(mail.told(Urgency.PAGE)).containsExactly(Company.ADA);
        assertThat(mail.incident().judgement().tier()).isEqualTo(Tier.NOVEL);
    }

    @Test
    void aStepNobodyReportsIsUnknownNeverSuccess() {
        mail.agentDoes(Outcome.DONE, Map.of("state", "gone"));
        mail.give(new Input.StepSent(mail.run().stepKey()));
        mail.pass(Duration.ofSeconds(36));

        assertThat(mail.run().phase()).isEqualTo(Phase.UNKNOWN);
    }

    @Test
    void tooFewEventsAfterTheRemedyAreInconclusiveAndPage() {
        restart();
        mail.measured(10, 10).pass(Duration.ofSeconds(61));

        assertThat(mail.run().phase()).isEqualTo(Phase.INCONCLUSIVE);
        assertThat(mail.told(Urgency.PAGE)).containsExactly(Company.ADA);
    }

    @Test
    void aSymptomThatStaysIsNotVerified() {
        restart();
        mail.measured(40, 60).pass(Duration.ofSeconds(61));

        assertThat(mail.run().phase()).isEqualTo(Phase.UNVERIFIED);
        assertThat(mail.told(Urgency.PAGE)).containsExactly(Company.ADA);
    }

    @Test
    void aReportThatComesTwiceCountsOnce() {
        String key = mail.run().stepKey();
        mail.agentDoes(Outcome.DONE, Map.of("state", "gone"));
        String next = mail.run().stepKey();
        mail.give(
                new Input.StepReported(
                        new StepResult(
                                key,
                                "alive",
                                Outcome.DONE,
                                "",
                                Map.of("state", "gone"),
                                mail.now())));

        assertThat(mail.run().stepKey()).isEqualTo(next).isNotEqualTo(key);
        assertThat(mail.run().results()).hasSize(1);
    }

    @Test
    void afterARestartARemedyNotYetStartedIsDiagnosedAnew() {
        mail.agentDoes(Outcome.DONE, Map.of("state", "gone"));
        mail.give(new Input.Restarted());

        assertThat(mail.run().phase()).isEqualTo(Phase.DIAGNOSE);
        assertThat(mail.run().place().attempt()).isEqualTo(2);
    }

    @Test
    void afterARestartAStepHandedOutIsWaitedForUnderTheSameKey() {
        mail.agentDoes(Outcome.DONE, Map.of("state", "gone"));
        String key = mail.run().stepKey();
        mail.give(new Input.StepSent(key));
        mail.give(new Input.Restarted());

        assertThat(mail.run().phase()).isEqualTo(Phase.REMEDY);
        assertThat(mail.run().stepKey()).isEqualTo(key);
    }

    @Test
    void afterARestartVerificationCountsAnewAndStillEndsVerified() {
        restart();
        mail.give(new Input.Restarted());
        mail.signal("answering", Company.RELAY, Map.of()).measured(60, 60);

        assertThat(mail.run().phase()).isEqualTo(Phase.VERIFIED);
        assertThat(mail.incident().state()).isEqualTo(Incident.State.CLOSED);
    }

    @Test
    void notVerifiedByItsTimeAPersonIsPagedAndTheRunGoesOn() {
        Scenario slow =
                new Scenario(Company.catalog()).signal("process-gone", Company.RELAY, Map.of());
        for (int minute = 0; minute < 4; minute++) {
            slow.give(new Input.StepSent(slow.run().stepKey()));
            slow.pass(Duration.ofSeconds(30));
            slow.give(new Input.Restarted());
            slow.pass(Duration.ofSeconds(16));
            slow.give(new Input.Restarted());
        }

        assertThat(slow.told(Urgency.PAGE)).containsExactly(Company.ADA);
        assertThat(slow.run().phase()).isEqualTo(Phase.DIAGNOSE);
    }

    private void restart() {
        mail.agentDoes(Outcome.DONE, Map.of("state", "gone"));
        mail.agentDoes(Outcome.DONE, Map.of("state", "answering"));
    }
}
