package dev.runside.core.estate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Action;
import dev.runside.core.catalog.Function;
import dev.runside.core.catalog.Runbook;
import dev.runside.core.learn.Proposal;
import dev.runside.core.learn.Resolution;
import dev.runside.core.run.Deed;
import dev.runside.core.run.StepResult;
import dev.runside.core.run.StepResult.Outcome;
import dev.runside.core.state.Decision;
import dev.runside.core.state.Decision.Reason;
import dev.runside.core.state.Effect;
import dev.runside.core.triage.Incident;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What people do about incidents is recorded, and the third of a kind drafts a runbook. */
class LearningTest {

    private static final Action RESTART = new Action.Service(Action.Verb.RESTART, "relay");
    private static final Action LOOK = new Action.Service(Action.Verb.STATUS, "relay");
    private static final String CAUSE = "Store leaks connections";

    private final Scenario mail = new Scenario(Company.catalog());

    @Test
    void theThirdIncidentThatEndsAlikeDraftsARunbookForTheOwner() {
        leaks(CAUSE, LOOK, RESTART);
        leaks("store leaks  connections.", RESTART);
        assertThat(mail.all(Proposal.class)).isEmpty();
        leaks(CAUSE, RESTART);

        Proposal proposal = mail.all(Proposal.class).getFirst();
        assertThat(proposal.name()).isEqualTo("learned-store-leaks-connections");
        assertThat(proposal.owner()).isEqualTo(Company.ADA);
        assertThat(proposal.missing()).isEmpty();
        assertThat(proposal.from()).extracting(Resolution::number).containsExactly(1L, 2L, 3L);
        assertThat(proposal.runbook().when())
                .isEqualTo("incident.suspect == \"hop:mail/store\" && finding.kind == \"errors\"");
        assertThat(proposal.runbook().diagnose())
                .extracting(Runbook.Step::action)
                .containsExactly(LOOK);
        assertThat(proposal.runbook().remedy())
                .extracting(Runbook.Step::action)
                .containsExactly(RESTART);
        assertThat(proposal.runbook().verify().indicator()).isEqualTo("relay-availability");
        assertThat(mail.notifications())
                .last()
                .returns(
                        "A runbook is drafted: learned-store-leaks-connections",
                        Effect.Notify::title)
                .returns(Effect.Urgency.INFORM, Effect.Notify::urgency);
        assertThat(mail.story("learn"))
                .containsExactly(
                        "ended like #1 before it: agrees in cause and seam and steps",
                        "ended like #1 and #2 before it: agrees in cause and seam and steps",
                        "runbook learned-store-leaks-connections is drafted for user:ada");
    }

    @Test
    void whatIsDraftedOnceIsNotDraftedAgain() {
        for (int time = 0; time < 5; time++) {
            leaks(CAUSE, RESTART);
        }

        assertThat(mail.all(Proposal.class)).hasSize(1);
    }

    @Test
    void whatAgreesInPartIsSaidAndNothingIsDrafted() {
        leaks(CAUSE, RESTART);
        leaks("the disk is slow", RESTART);
        leaks(CAUSE);

        assertThat(mail.all(Proposal.class)).isEmpty();
        assertThat(mail.story("learn"))
                .containsExactly(
                        "like #1: agrees in seam and steps, not in cause",
                        "like #1: agrees in cause and seam, not in steps");
    }

    @Test
    void stepsThatDifferInTheirArgumentsAreDraftedAndSaidToBeMissing() {
        for (String session : List.of("4711", "4712", "4713")) {
            leaks(CAUSE, new Action.Command(List.of("/opt/mail/end-session", session)));
        }

        assertThat(mail.all(Proposal.class).getFirst().missing())
                .containsExactlyInAnyOrder(
                        "diagnose: nothing was looked at; say what shows that this is the failure",
                        "remedy: step_1 was not the same each time: /opt/mail/end-session 4711; /opt/mail/end-session 4712; /opt/mail/end-session 4713");
    }

    @Test
    void onlyWhatSucceededIsLearnt() {
        incident();
        ask(Company.ADA, new Action.Command(List.of("/opt/mail/flush")));
        report(Outcome.FAILED);
        ask(Company.ADA, RESTART);
        report(Outcome.DONE);
        ends(CAUSE);

        assertThat(mail.all(Resolution.class).getFirst().did())
                .extracting(Resolution.Deed::action)
                .containsExactly(RESTART);
    }

    @Test
    void whoHasNoRightIsRefusedAndTheAuditSaysWhoCould() {
        incident();
        Decision decision = ask(Company.BOB, RESTART);

        assertThat(decision.refusal()).map(Decision.Refusal::reason).contains(Reason.NOT_ALLOWED);
        assertThat(decision.audit().getFirst().rule()).contains("could be allowed by [user:ada]");
        assertThat(mail.all(Deed.class)).isEmpty();
    }

    @Test
    void nothingIsDoneUnderAHoldNorWhileSomethingIsBeingDone() {
        incident();
        mail.give(new Input.SetHold(true, Company.ADA, "migration"));
        assertThat(ask(Company.ADA, RESTART).refusal().orElseThrow().detail())
                .isEqualTo("all acting is on hold by user:ada: migration");
        mail.give(new Input.SetHold(false, Company.ADA, "over"));
        ask(Company.ADA, RESTART);

        assertThat(ask(Company.ADA, RESTART).refusal().orElseThrow().detail())
                .isEqualTo("restart relay is still being done");
    }

    @Test
    void whatNobodyReportsIsUnknownAndNotLearnt() {
        incident();
        ask(Company.ADA, RESTART);
        mail.give(new Input.StepSent(deed().stepKey()));
        mail.pass(Duration.ofSeconds(60));

        assertThat(deed().result()).map(StepResult::outcome).contains(Outcome.UNKNOWN);
        ends(CAUSE);
        assertThat(mail.all(Resolution.class).getFirst().did()).isEmpty();
    }

    @Test
    void whatNoAgentTakesHasFailed() {
        incident();
        ask(Company.ADA, RESTART);
        mail.passWithoutAgent(Duration.ofSeconds(46));

        assertThat(deed().result()).map(StepResult::reason).contains("no agent took it");
    }

    @Test
    void aProposalIsDecidedOnce() {
        for (int time = 0; time < 3; time++) {
            leaks(CAUSE, RESTART);
        }
        String name = mail.all(Proposal.class).getFirst().name();
        decide(name, Proposal.State.DISMISSED);

        assertThat(mail.all(Proposal.class).getFirst().state()).isEqualTo(Proposal.State.DISMISSED);
        assertThat(decide(name, Proposal.State.PROMOTED).refusal())
                .map(Decision.Refusal::reason)
                .contains(Reason.CONFLICT);
        assertThat(decide("other", Proposal.State.PROMOTED).refusal())
                .map(Decision.Refusal::reason)
                .contains(Reason.NOT_FOUND);
    }

    private Decision decide(String name, Proposal.State state) {
        return mail.give(new Input.Decided(name, Company.ADA, state, "tried by hand"));
    }

    private void leaks(String cause, Action... actions) {
        incident();
        for (Action action : actions) {
            ask(Company.ADA, action);
            report(Outcome.DONE);
        }
        ends(cause);
    }

    private void incident() {
        mail.pass(Duration.ofHours(2)).finding("errors", Company.STORE, Function.PLATFORM);
        mail.pass(Duration.ofSeconds(30));
    }

    private void ends(String cause) {
        mail.over("errors", Company.STORE);
        assertThat(mail.give(new Input.Resolve(live().id(), Company.ADA, cause)).refusal())
                .isEmpty();
    }

    private Decision ask(Ref by, Action action) {
        return mail.give(new Input.Exec(live().id(), by, action, Duration.ofSeconds(20)));
    }

    private void report(Outcome outcome) {
        String key = deed().stepKey();
        mail.give(new Input.StepSent(key));
        mail.give(
                new Input.StepReported(
                        new StepResult(key, "deed", outcome, "", Map.of(), mail.now())));
    }

    private Deed deed() {
        return mail.all(Deed.class).getLast();
    }

    private Incident live() {
        return mail.incidents().stream().filter(Incident::live).findFirst().orElseThrow();
    }
}
