package dev.runside.core.estate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Function;
import dev.runside.core.catalog.Layer;
import dev.runside.core.catalog.Runbook;
import dev.runside.core.run.Phase;
import dev.runside.core.run.StepResult.Outcome;
import dev.runside.core.state.Effect.Urgency;
import dev.runside.core.triage.Alerts;
import dev.runside.core.triage.Finding;
import dev.runside.core.triage.Incident;
import dev.runside.core.triage.Tier;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each failure takes the right one of three ways. */
class ThreeWaysTest {

    private final Scenario mail = new Scenario(Company.catalog());

    @Test
    void aKnownFailureIsHealedVerifiedAndClosedWithNobodyPaged() {
        mail.signal("process-gone", Company.RELAY, Map.of());
        mail.agentDoes(Outcome.DONE, Map.of("state", "gone"));
        mail.agentDoes(Outcome.DONE, Map.of("state", "answering"));
        mail.signal("answering", Company.RELAY, Map.of());
        mail.pass(Duration.ofSeconds(2)).measured(60, 60);

        assertThat(mail.incident().state()).isEqualTo(Incident.State.CLOSED);
        assertThat(mail.incident().judgement().tier()).isEqualTo(Tier.ROUTINE);
        assertThat(mail.run().phase()).isEqualTo(Phase.VERIFIED);
        mail.pass(Duration.ofMinutes(5));
        assertThat(mail.told(Urgency.PAGE)).isEmpty();
        assertThat(mail.told(Urgency.INFORM)).containsExactly(Company.ADA);
    }

    @Test
    void theStoryOfAKnownFailureNeverSaysThatNoRunbookTakesIt() {
        mail.signal("process-gone", Company.RELAY, Map.of());

        assertThat(mail.story("tier")).singleElement().asString().startsWith("routine: ");
    }

    @Test
    void symptomsThatFollowTheCauseJoinItsIncident() {
        mail.signal("process-gone", Company.RELAY, Map.of());
        mail.finding("errors", Company.WEB, Function.DEVELOPMENT);
        mail.finding("ticket-surge", Company.MAIL, Function.SUPPORT);
        mail.finding("outcome-stalled", Company.SEND, Function.DEVELOPMENT);

        assertThat(mail.incident().findings()).hasSize(4);
        assertThat(mail.incident().judgement().suspect()).isEqualTo(Company.RELAY);
        assertThat(mail.incident().judgement().tier()).isEqualTo(Tier.ROUTINE);
    }

    @Test
    void aFailureWithoutARunbookPagesTheOwnerOnlyAndOnlyOnceItHasSettled() {
        mail.finding("slow", Company.STORE, Function.DEVELOPMENT);
        mail.finding("slow", Company.WEB, Function.DEVELOPMENT);
        mail.pass(Duration.ofSeconds(14));
        assertThat(mail.told(Urgency.PAGE)).isEmpty();
        mail.pass(Duration.ofSeconds(2));

        assertThat(mail.incident().judgement().tier()).isEqualTo(Tier.NOVEL);
        assertThat(mail.told(Urgency.PAGE)).containsExactly(Company.ADA);
        assertThat(mail.told(Urgency.INFORM)).isEmpty();
        String text = mail.notifications().getFirst().text();
        assertThat(text)
                .contains(
                        "First hop that went wrong: hop:mail/store",
                        "no change on the path was announced");
    }

    @Test
    void aSharedSystemPagesItsOwnerInformsTheProductsAndRestartsNoVictim() {
        mail.signal("process-gone", Company.DB, Map.of());
        mail.finding("errors", Company.RELAY, Function.DEVELOPMENT);
        mail.finding("run-failed", Company.ROLLUP, Function.DATA);
        mail.pass(Duration.ofSeconds(16));

        assertThat(mail.incident().judgement().tier()).isEqualTo(Tier.SYSTEMIC);
        assertThat(mail.told(Urgency.PAGE)).containsExactly(Company.PAT);
        assertThat(mail.told(Urgency.INFORM)).containsExactly(Company.ADA, Company.BOB);
        assertThat(mail.runs()).isEmpty();
    }

    @Test
    void aRelayThatFallsWhileTheDatabaseIsDownIsNotRestarted() {
        mail.signal("process-gone", Company.DB, Map.of());
        mail.signal("process-gone", Company.RELAY, Map.of());

        assertThat(mail.incident().judgement().suspect()).isEqualTo(Company.DB);
        assertThat(mail.runs()).isEmpty();
    }

    @Test
    void aColumnLostAfterADeployUpstreamGoesToTheArchitectAsTheSeamsOwner() {
        dataRun("COMPLETE", "id:int,channel:text");
        deploy();
        mail.pass(Duration.ofSeconds(3));
        dataRun("START", "id:int");
        dataRun("FAIL", "id:int");
        mail.finding("ticket-surge", Company.STATS, Function.SUPPORT);
        mail.pass(Duration.ofSeconds(16));

        Incident incident = mail.incident();
        assertThat(incident.judgement().tier()).isEqualTo(Tier.SYSTEMIC);
        assertThat(incident.judgement().facets()).containsExactly("data", "dev", "support");
        assertThat(incident.judgement().seam()).contains(Ref.seam(Company.RELAY, Company.ROLLUP));
        assertThat(incident.judgement().suspects().getFirst().kind()).isEqualTo("change");
        assertThat(incident.judgement().owner()).contains(Company.ARI);
        assertThat(mail.told(Urgency.PAGE)).containsExactly(Company.ARI);
        assertThat(mail.told(Urgency.INFORM)).containsExactly(Company.ADA, Company.BOB);
    }

    @Test
    void aDeployOfAHopThatSuffersFromItsDependencyIsNotTheFirstSuspect() {
        deploy();
        mail.pass(Duration.ofMinutes(2));
        mail.finding("slow", Company.RELAY, Function.DEVELOPMENT);
        mail.finding("slow", Company.STORE, Function.DEVELOPMENT);

        assertThat(mail.incident().judgement().suspect()).isEqualTo(Company.STORE);
    }

    @Test
    void aDeployOfTheHopThatWentWrongIsTheFirstSuspect() {
        deploy();
        mail.pass(Duration.ofMinutes(2));
        mail.finding("slow", Company.RELAY, Function.DEVELOPMENT);
        mail.finding("slow", Company.WEB, Function.DEVELOPMENT);

        assertThat(mail.incident().judgement().suspects().getFirst().kind()).isEqualTo("change");
    }

    @Test
    void aColumnThatGoesAndIsNotMissedIsNoIncident() {
        dataRun("COMPLETE", "id:int,channel:text");
        dataRun("START", "id:int");
        dataRun("COMPLETE", "id:int");
        dataRun("FAIL", "id:int");

        assertThat(mail.incident().findings()).hasSize(1);
    }

    @Test
    void anOutcomeThatStallsWhileAllIsGreenPagesTheProductsOwner() {
        mail.finding("outcome-stalled", Company.SEND, Function.DEVELOPMENT)
                .pass(Duration.ofSeconds(16));

        assertThat(mail.incident().judgement().tier()).isEqualTo(Tier.NOVEL);
        assertThat(mail.told(Urgency.PAGE)).containsExactly(Company.ADA);
    }

    @Test
    void whatRecoversBeforeAnybodyIsWokenWakesNobody() {
        mail.finding("slow", Company.STORE, Function.DEVELOPMENT).pass(Duration.ofSeconds(5));
        mail.over("slow", Company.STORE).pass(Duration.ofMinutes(1));

        assertThat(mail.incident().state()).isEqualTo(Incident.State.RECOVERED);
        assertThat(mail.told(Urgency.PAGE)).isEmpty();
    }

    @Test
    void lateEvidenceOfWhatWasHealedOpensNothingNew() {
        aKnownFailureIsHealedVerifiedAndClosedWithNobodyPaged0();
        mail.give(
                new Input.Raised(
                        new Finding(
                                "errors@web",
                                "errors",
                                Company.WEB,
                                Layer.PRODUCT,
                                Function.DEVELOPMENT,
                                Optional.empty(),
                                "",
                                mail.now().minusSeconds(4),
                                mail.now(),
                                mail.now(),
                                "late",
                                List.of(),
                                Finding.State.OPEN,
                                Optional.empty(),
                                Optional.empty(),
                                Alerts.NONE,
                                0)));

        assertThat(mail.incident().findings()).hasSize(2);
        assertThat(mail.incident().state()).isEqualTo(Incident.State.CLOSED);
    }

    @Test
    void aSilentAgentIsAnIncidentAndWhatWouldHaveBeenRoutineIsNovel() {
        mail.passWithoutAgent(Duration.ofSeconds(32));
        assertThat(mail.incident().judgement().suspect()).isEqualTo(Company.AGENT);
        mail.signal("process-gone", Company.RELAY, Map.of())
                .passWithoutAgent(Duration.ofSeconds(16));

        assertThat(mail.runs()).isEmpty();
        assertThat(mail.told(Urgency.PAGE)).isEqualTo(Set.of(Company.PAT, Company.ADA));
    }

    @Test
    void anAgentThatComesInTimeTakesWhatNobodyWasToldOfYet() {
        Scenario late = new Scenario(Company.catalog(), false);
        late.signal("process-gone", Company.RELAY, Map.of());
        assertThat(late.runs()).isEmpty();
        late.pass(Duration.ofSeconds(1));

        assertThat(late.run().phase()).isEqualTo(Phase.DIAGNOSE);
        assertThat(late.incident().judgement().tier()).isEqualTo(Tier.ROUTINE);
    }

    @Test
    void whatRecoveredLongAgoIsNotOpenedAgain() {
        mail.finding("slow", Company.STORE, Function.DEVELOPMENT)
                .over("slow", Company.STORE)
                .pass(Duration.ofMinutes(11));
        mail.finding("slow", Company.STORE, Function.DEVELOPMENT);

        assertThat(mail.incidents()).hasSize(2);
    }

    @Test
    void aNewFailureBesideARecoveredOneIsItsOwnIncidentWithItsOwnTier() {
        mail.finding("slow", Company.STORE, Function.DEVELOPMENT)
                .finding("slow", Company.WEB, Function.DEVELOPMENT)
                .pass(Duration.ofSeconds(16))
                .over("slow", Company.STORE)
                .over("slow", Company.WEB)
                .pass(Duration.ofMinutes(1));
        mail.signal("process-gone", Company.RELAY, Map.of())
                .finding("slow", Company.WEB, Function.DEVELOPMENT);

        assertThat(mail.incidents()).hasSize(2);
        assertThat(mail.incidents().getLast().judgement().tier()).isEqualTo(Tier.ROUTINE);
        assertThat(mail.incidents().getLast().findings()).hasSize(2);
        assertThat(mail.incidents().getFirst().state()).isEqualTo(Incident.State.RECOVERED);
    }

    @Test
    void whatComesBackOpensItsRecoveredIncidentAgain() {
        mail.finding("slow", Company.STORE, Function.DEVELOPMENT)
                .over("slow", Company.STORE)
                .pass(Duration.ofMinutes(1))
                .finding("slow", Company.STORE, Function.DEVELOPMENT);

        assertThat(mail.incident().state()).isEqualTo(Incident.State.OPEN);
    }

    @Test
    void aWiderBlastThanTheRunbookAllowsIsNotHealedByIt() {
        Scenario narrow =
                new Scenario(Company.catalog(Company.relayGone(Runbook.Blast.PRODUCT, 3)));
        narrow.finding("ticket-surge", Company.MAIL, Function.SUPPORT);
        narrow.signal("process-gone", Company.RELAY, Map.of());

        assertThat(narrow.runs()).hasSize(1);
        assertThat(narrow.incident().judgement().tier()).isEqualTo(Tier.ROUTINE);
    }

    private void aKnownFailureIsHealedVerifiedAndClosedWithNobodyPaged0() {
        mail.signal("process-gone", Company.RELAY, Map.of());
        mail.agentDoes(Outcome.DONE, Map.of("state", "gone"));
        mail.agentDoes(Outcome.DONE, Map.of("state", "answering"));
        mail.signal("answering", Company.RELAY, Map.of());
        mail.pass(Duration.ofSeconds(2)).measured(60, 60);
    }

    private void deploy() {
        Map<String, String> change = Map.of("change", "d1", "type", "deploy", "summary", "relay 2");
        mail.signal("change-started", Company.RELAY, change).pass(Duration.ofSeconds(1));
        mail.signal("process-gone", Company.RELAY, Map.of()).pass(Duration.ofSeconds(1));
        mail.signal("answering", Company.RELAY, Map.of());
        mail.signal("change-finished", Company.RELAY, change);
    }

    private void dataRun(String state, String columns) {
        mail.signal("data-run", Company.ROLLUP, Map.of("state", state, "input.mails", columns));
    }
}
