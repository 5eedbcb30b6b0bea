package dev.runside.core.estate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.core.Ref;
import dev.runside.core.signal.Signal;
import dev.runside.core.state.Effect.Urgency;
import dev.runside.core.triage.Incident;
import dev.runside.core.triage.Suspect;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What belongs together is one incident, and what only lies near is not. */
class ApartTest {

    private final Scenario mail = new Scenario(Company.catalog());

    @Test
    void twoFailuresThatNothingJoinsAreTwoIncidents() {
        fires("Errors", Company.RELAY);
        fires("Errors", Company.ROLLUP);

        assertThat(mail.incidents()).hasSize(2);
    }

    @Test
    void whatHangsOnBothOfTwoFailuresJoinsTheOneThatBeganWithIt() {
        fires("Errors", Company.DB);
        mail.pass(Duration.ofMinutes(3));
        fires("Errors", Company.STORE);
        mail.pass(Duration.ofSeconds(20));
        fires("Errors", Company.WEB);

        assertThat(mail.incidents()).hasSize(2);
        assertThat(suspects()).containsExactly(Company.DB, Company.STORE);
        assertThat(mail.incidents().getLast().findings()).hasSize(2);
    }

    @Test
    void whatBeginsLongAfterACauseIsNotTakenForItsSymptom() {
        fires("Errors", Company.STORE);
        mail.pass(Duration.ofMinutes(3));
        fires("Errors", Company.WEB);

        assertThat(suspects()).containsExactly(Company.STORE, Company.WEB);
    }

    @Test
    void whatElseGoesWrongWhereItBeganIsPartOfItHoweverLate() {
        fires("Slow", Company.STORE);
        mail.pass(Duration.ofMinutes(20));
        fires("Errors", Company.STORE);

        assertThat(mail.incident().findings()).hasSize(2);
    }

    @Test
    void whatFollowsStepByStepIsOneHoweverLongItTakes() {
        for (Ref hop : List.of(Company.DB, Company.STORE, Company.RELAY, Company.WEB)) {
            fires("Errors", hop);
            mail.pass(Duration.ofSeconds(100));
        }

        assertThat(mail.incident().judgement().suspect()).isEqualTo(Company.DB);
    }

    @Test
    void aCauseThatSpeaksLastMakesOneOfThoseWhoSpokeBefore() {
        fires("Errors", Company.RELAY);
        fires("Errors", Company.ROLLUP);
        mail.pass(Duration.ofSeconds(5));
        fires("Full", Company.DB);

        assertThat(mail.incident().judgement().suspect()).isEqualTo(Company.DB);
    }

    @Test
    void whatBecameOneBeforeAnybodyWasPagedIsPagedOnce() {
        fires("Errors", Company.RELAY);
        fires("Errors", Company.ROLLUP);
        mail.pass(Duration.ofSeconds(5));
        fires("Full", Company.DB);
        mail.pass(Duration.ofMinutes(1));

        assertThat(mail.told(Urgency.PAGE)).containsExactly(Company.PAT);
    }

    @Test
    void whatAllThatFailsHangsOnIsTheFirstSuspectThoughItSaysNothing() {
        fires("Errors", Company.STORE);
        fires("Errors", Company.ROLLUP);

        Suspect first = mail.incident().judgement().suspects().getFirst();
        assertThat(first.at()).isEqualTo(Company.DB);
        assertThat(first.evidence())
                .containsExactly("says nothing itself; of the 2 that call it 2 fail");
    }

    @Test
    void whatOneOfThoseThatFailExplainsNeedsNoSilentCause() {
        fires("Errors", Company.STORE);
        fires("Errors", Company.RELAY);
        fires("Errors", Company.WEB);

        assertThat(mail.incident().judgement().suspects())
                .extracting(Suspect::at)
                .startsWith(Company.STORE)
                .contains(Company.DB);
    }

    @Test
    void theSuspectStaysWhereItWasWhenItRecoversBeforeWhatHangsOnIt() {
        fires("Errors", Company.DB);
        fires("Errors", Company.STORE);
        ends("Errors", Company.DB);
        mail.pass(Duration.ofSeconds(30));
        ends("Errors", Company.STORE);

        assertThat(mail.incident().judgement().suspect()).isEqualTo(Company.DB);
    }

    @Test
    void anAlertThatNobodyEverEndedIsSomethingNewWhenItFiresAgainAnHourLater() {
        fires("Errors", Company.DB);
        fires("Errors", Company.STORE);
        mail.pass(Duration.ofMinutes(61));
        fires("Errors", Company.STORE);

        assertThat(suspects()).containsExactly(Company.DB, Company.STORE);
        assertThat(mail.incidents().getLast().findings()).hasSize(1);
        assertThat(mail.story("finding"))
                .contains("over: nothing was heard of it for an hour, and it fires anew");
    }

    @Test
    void itIsNothingNewToWhoeverHasTakenItsIncident() {
        fires("Errors", Company.STORE);
        mail.pass(Duration.ofSeconds(16));
        mail.give(new Input.Acknowledge(mail.incident().id(), Company.ADA));
        mail.pass(Duration.ofMinutes(61));
        fires("Errors", Company.STORE);

        assertThat(mail.incident().state()).isEqualTo(Incident.State.OPEN);
    }

    private List<Ref> suspects() {
        return mail.incidents().stream().map(each -> each.judgement().suspect()).toList();
    }

    private void fires(String name, Ref subject) {
        mail.give(new Input.Observed(List.of(alert(name, subject, "firing"))));
    }

    private void ends(String name, Ref subject) {
        mail.give(new Input.Observed(List.of(alert(name, subject, "resolved"))));
    }

    private Signal alert(String name, Ref subject, String state) {
        return mail.observed(
                "alert", name + subject, subject, Map.of("alertname", name, "state", state));
    }
}
