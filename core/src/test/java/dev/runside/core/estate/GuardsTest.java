package dev.runside.core.estate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.core.catalog.Catalog;
import dev.runside.core.catalog.Function;
import dev.runside.core.catalog.Runbook;
import dev.runside.core.run.StepResult.Outcome;
import dev.runside.core.state.Effect.Urgency;
import dev.runside.core.triage.Tier;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Each guard, and what trips it. A runbook held back is never silent: its reason stands in the
 * story, and a person is paged.
 */
class GuardsTest {

    private final Scenario mail = new Scenario(Company.catalog());

    @Test
    void aHoldStopsActingAndNotPaging() {
        mail.give(new Input.SetHold(true, Company.PAT, "maintenance of the network"));
        gone();

        assertHeldBack("hold");
    }

    @Test
    void aSickDependencyIsHealedFirst() {
        mail.signal("change-started", Company.DB, Map.of("change", "c", "type", "deploy"));
        mail.signal("change-finished", Company.DB, Map.of("change", "c", "type", "deploy"));
        mail.pass(Duration.ofMinutes(1));
        gone();
        mail.finding("errors", Company.STORE, Function.DEVELOPMENT);

        assertThat(mail.incident().judgement().suspect()).isEqualTo(Company.STORE);
    }

    @Test
    void theSameTargetIsLeftAloneDuringItsCoolDown() {
        heal();
        gone();

        assertHeldBack("cool-down");
    }

    @Test
    void aCoolDownThatEndsBeforeThePageIsDueWakesNobody() {
        heal();
        mail.pass(Duration.ofSeconds(12));
        gone();
        assertThat(mail.story("guard")).singleElement().asString().contains("(cool-down)");
        mail.pass(Duration.ofSeconds(16));

        assertThat(mail.run().phase().active()).isTrue();
        assertThat(mail.incidents().getLast().judgement().tier()).isEqualTo(Tier.ROUTINE);
        assertThat(mail.story("guard")).hasSize(1);
        assertThat(mail.told(Urgency.PAGE)).isEmpty();
    }

    @Test
    void whatHoldsItBackIsToldOnceHoweverOftenTheIncidentIsJudged() {
        heal();
        gone();
        mail.finding("errors", Company.WEB, Function.DEVELOPMENT);
        mail.finding("errors", Company.RELAY, Function.DEVELOPMENT);

        assertThat(mail.incidents().getLast().findings()).hasSize(3);
        assertThat(mail.story("guard")).hasSize(1);
    }

    @Test
    void healedTooOftenIsNotHealed() {
        for (int time = 0; time < 3; time++) {
            heal();
            mail.pass(Duration.ofSeconds(91));
        }
        gone();

        assertHeldBack("flapping");
    }

    @Test
    void runsAnHourAreCounted() {
        Scenario patient = new Scenario(Company.catalog(limits(2, 9)));
        heal(patient);
        patient.pass(Duration.ofSeconds(91));
        heal(patient);
        patient.pass(Duration.ofSeconds(91));
        patient.signal("process-gone", Company.RELAY, Map.of());

        assertThat(patient.story("guard").getLast()).contains("runs-per-hour");
    }

    @Test
    void aRunbookThatOnlyObservesSaysSoAndPages() {
        Scenario watching = new Scenario(Company.catalog(staged(Runbook.Stage.OBSERVE)));
        watching.signal("process-gone", Company.RELAY, Map.of()).pass(Duration.ofSeconds(16));

        assertThat(watching.story("guard"))
                .singleElement()
                .asString()
                .contains("(stage)", "observes");
        assertThat(watching.told(Urgency.PAGE)).containsExactly(Company.ADA);
    }

    @Test
    void aPlannedStopIsHealedByNobodyAndPagesNobody() {
        mail.signal(
                "change-started",
                Company.RELAY,
                Map.of("change", "stop1", "type", "stop", "by", "user:ada"));
        gone();
        mail.finding("errors", Company.WEB, Function.DEVELOPMENT).pass(Duration.ofMinutes(10));

        assertThat(mail.incidents()).isEmpty();
        assertThat(mail.runs()).isEmpty();
    }

    @Test
    void whatIsStillGoneAfterThePlannedStopEndedIsAnIncident() {
        aPlannedStopIsHealedByNobodyAndPagesNobody();
        mail.signal("change-finished", Company.RELAY, Map.of("change", "stop1", "type", "stop"));
        mail.pass(Duration.ofSeconds(29));
        assertThat(mail.incidents()).isEmpty();
        mail.pass(Duration.ofSeconds(3));

        assertThat(mail.incident().judgement().suspect()).isEqualTo(Company.RELAY);
    }

    @Test
    void aChangeIsNeitherEndedNorReplacedByOneOfTheSameNameElsewhere() {
        Map<String, String> stop = Map.of("change", "release", "type", "stop");
        mail.signal("change-started", Company.RELAY, stop);
        mail.signal("change-finished", Company.DB, stop);
        mail.signal("change-started", Company.DB, stop);
        mail.signal("change-finished", Company.DB, stop);
        gone();
        mail.pass(Duration.ofMinutes(1));

        assertThat(mail.incidents()).isEmpty();
    }

    @Test
    void aPlannedStopExcusesOnlyAsLongAsWasSaid() {
        mail.signal(
                "change-started",
                Company.RELAY,
                Map.of("change", "s", "type", "stop", "forSeconds", "60"));
        gone();
        mail.pass(Duration.ofSeconds(61));

        assertThat(mail.incident().judgement().suspect()).isEqualTo(Company.RELAY);
    }

    @Test
    void staleEvidenceIsNotActedOn() {
        Scenario away = new Scenario(Company.catalog());
        away.signal(
                "change-started",
                Company.RELAY,
                Map.of("change", "d", "type", "deploy", "forSeconds", "90"));
        away.signal("process-gone", Company.RELAY, Map.of());
        away.pass(Duration.ofSeconds(92));

        assertThat(away.runs()).isEmpty();
        assertThat(away.story("guard")).singleElement().asString().contains("stale-evidence");
    }

    private void assertHeldBack(String guard) {
        assertThat(mail.story("guard").getLast()).contains("(" + guard + ")");
        assertThat(mail.runs()).allMatch(run -> !run.phase().active());
        mail.pass(Duration.ofSeconds(16));
        assertThat(mail.incidents().getLast().judgement().tier()).isEqualTo(Tier.NOVEL);
        assertThat(mail.told(Urgency.PAGE)).containsExactly(Company.ADA);
    }

    private void gone() {
        mail.signal("process-gone", Company.RELAY, Map.of());
    }

    private void heal() {
        heal(mail);
    }

    private static void heal(Scenario scenario) {
        scenario.signal("process-gone", Company.RELAY, Map.of());
        scenario.agentDoes(Outcome.DONE, Map.of("state", "gone"));
        scenario.agentDoes(Outcome.DONE, Map.of("state", "answering"));
        scenario.signal("answering", Company.RELAY, Map.of()).measured(60, 60);
        scenario.pass(Duration.ofSeconds(6));
    }

    private static Runbook limits(int perHour, int flap) {
        Runbook usual = Company.relayGone(Runbook.Blast.PRODUCT, flap);
        return new Runbook(
                usual.name(),
                usual.product(),
                usual.keeper(),
                usual.stage(),
                usual.when(),
                usual.diagnose(),
                usual.remedy(),
                usual.verify(),
                List.of(),
                new Runbook.Limits(
                        perHour,
                        Duration.ofSeconds(30),
                        flap,
                        Duration.ofMinutes(15),
                        Runbook.Blast.PRODUCT),
                usual.pageBy(),
                "",
                "digest");
    }

    private static Runbook staged(Runbook.Stage stage) {
        Runbook usual = Company.relayGone(Runbook.Blast.PRODUCT, 3);
        return new Runbook(
                usual.name(),
                usual.product(),
                usual.keeper(),
                stage,
                usual.when(),
                usual.diagnose(),
                usual.remedy(),
                usual.verify(),
                List.of(),
                usual.limits(),
                usual.pageBy(),
                "",
                "digest");
    }

    @Test
    void withoutTheRightInTheCharterNothingIsRun() {
        Catalog full = Company.catalog();
        Catalog without =
                Catalog.of(
                        List.copyOf(full.persons().values()),
                        List.copyOf(full.products().values()),
                        List.copyOf(full.systems().values()),
                        List.copyOf(full.flows().values()),
                        List.copyOf(full.agents().values()),
                        List.of(),
                        List.copyOf(full.indicators().values()),
                        full.runbooks());
        Scenario strict = new Scenario(without);
        strict.signal("process-gone", Company.RELAY, Map.of()).pass(Duration.ofSeconds(16));

        assertThat(strict.runs()).isEmpty();
        assertThat(strict.story("charter")).singleElement().asString().contains("refused");
        assertThat(strict.told(Urgency.PAGE)).containsExactly(Company.ADA);
    }
}
