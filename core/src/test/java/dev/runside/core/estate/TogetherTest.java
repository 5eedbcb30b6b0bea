package dev.runside.core.estate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.core.Ref;
import dev.runside.core.signal.Signal;
import dev.runside.core.state.Effect.Urgency;
import dev.runside.core.triage.Incident;
import dev.runside.core.triage.Tier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Signals that wait are one decision, which comes to what they come to one after another. */
class TogetherTest {

    private final Scenario mail = new Scenario(Company.catalog());

    @Test
    void aStormIsAsManyIncidentsAsItHasCausesAndEachFindingIsLinked() {
        List<Signal> storm = new ArrayList<>();
        for (int alert = 0; alert < 500; alert++) {
            storm.add(alert(alert, alert % 2 == 0 ? Company.DB : Company.RELAY));
        }
        mail.give(new Input.Observed(storm));
        mail.pass(Duration.ofSeconds(20));

        Incident incident = mail.incident();
        assertThat(incident.findings()).hasSize(500);
        assertThat(incident.judgement().suspect()).isEqualTo(Company.DB);
        assertThat(mail.story("finding")).hasSize(500);
        assertThat(mail.told(Urgency.PAGE)).containsExactly(Company.PAT);
    }

    @Test
    void itIsJudgedOnceOnAllOfThem() {
        mail.give(
                new Input.Observed(
                        List.of(
                                alert(1, Company.WEB),
                                alert(2, Company.RELAY),
                                alert(3, Company.DB))));

        assertThat(mail.story("tier")).hasSize(1);
        assertThat(mail.incident().judgement().tier()).isEqualTo(Tier.SYSTEMIC);
    }

    @Test
    void whatCameAndWentMeanwhileIsHealedByNobody() {
        mail.give(
                new Input.Observed(
                        List.of(
                                mail.observed("process-gone", "gone", Company.RELAY, Map.of()),
                                mail.observed("answering", "gone", Company.RELAY, Map.of()))));

        assertThat(mail.incident().state()).isEqualTo(Incident.State.RECOVERED);
        assertThat(mail.runs()).isEmpty();
    }

    @Test
    void incidentsThatTurnOutToBeOneAreMergedWithAllTheirFindings() {
        mail.give(new Input.Observed(List.of(alert(1, Company.WEB))));
        mail.give(
                new Input.Observed(
                        List.of(
                                alert(2, Company.ROLLUP),
                                alert(3, Company.WEB),
                                alert(4, Company.DB))));

        assertThat(mail.incident().findings()).hasSize(4);
        assertThat(mail.findings())
                .extracting(finding -> finding.incident().orElseThrow())
                .containsOnly(mail.incident().id());
    }

    private Signal alert(int number, Ref subject) {
        return mail.observed("alert", "alert" + number, subject, Map.of("state", "firing"));
    }

    @Test
    void aFindingRaisedAndOverInOneIsNoneOfTheOpenOnes() {
        mail.give(
                new Input.Observed(
                        List.of(
                                alert(1, Company.RELAY),
                                alert(2, Company.RELAY),
                                mail.observed(
                                        "alert",
                                        "alert1",
                                        Company.RELAY,
                                        Map.of("state", "resolved")))));

        assertThat(mail.incident().state()).isEqualTo(Incident.State.OPEN);
        assertThat(mail.findings())
                .filteredOn(finding -> finding.open())
                .extracting(finding -> Set.of(finding.subject()))
                .containsExactly(Set.of(Company.RELAY));
    }
}
