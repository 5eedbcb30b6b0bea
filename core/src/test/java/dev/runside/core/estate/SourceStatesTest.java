package dev.runside.core.estate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.core.Ref;
import dev.runside.core.state.Effect.Urgency;
import dev.runside.core.triage.Incident;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is wrong with a source is its own incident, never that of what it spoke for. */
class SourceStatesTest {

    private static final Ref TELEMETRY = Ref.parse("source:telemetry");

    private final Scenario mail = new Scenario(Company.catalog());

    @Test
    void aHopNoLongerSpokenOfGoesToItsOwner() {
        noData(Company.RELAY, "firing");
        mail.pass(Duration.ofSeconds(16));

        assertThat(mail.incident().judgement().suspect()).isEqualTo(Company.RELAY);
        assertThat(mail.told(Urgency.PAGE)).containsExactly(Company.ADA);
        assertThat(mail.runs()).isEmpty();
    }

    @Test
    void aSourceSilentAsAWholeIsTheSuspectInsteadAndNothingIsActedOn() {
        noData(Company.RELAY, "firing");
        mail.pass(Duration.ofSeconds(3));
        state("source-silent", TELEMETRY, "firing");
        mail.pass(Duration.ofSeconds(16));

        Incident silent = mail.incidents().getLast();
        assertThat(silent.judgement().suspect()).isEqualTo(TELEMETRY);
        assertThat(mail.told(Urgency.PAGE)).containsExactly(Company.PAT);
        assertThat(mail.incidents().getFirst().state()).isEqualTo(Incident.State.RECOVERED);
        assertThat(mail.runs()).isEmpty();
    }

    @Test
    void aSourceThatSpeaksAgainEndsIt() {
        state("source-silent", TELEMETRY, "firing");
        mail.pass(Duration.ofSeconds(2));
        state("source-silent", TELEMETRY, "resolved");
        mail.pass(Duration.ofSeconds(2));

        assertThat(mail.incident().state()).isEqualTo(Incident.State.RECOVERED);
    }

    @Test
    void aPlannedStopIsNoMissingData() {
        mail.signal(
                "change-started",
                Company.RELAY,
                Map.of("change", "stop-1", "type", "stop", "summary", "planned"));
        noData(Company.RELAY, "firing");
        mail.pass(Duration.ofSeconds(20));

        assertThat(mail.incidents()).isEmpty();
    }

    private void noData(Ref hop, String state) {
        state("no-data", hop, state);
    }

    private void state(String condition, Ref subject, String state) {
        mail.signal(
                "source-state",
                subject,
                Map.of("condition", condition, "state", state, "source", TELEMETRY.toString()));
    }
}
