package dev.runside.core.estate;

import dev.runside.core.catalog.Catalog;
import dev.runside.core.learn.Lessons;
import dev.runside.core.page.Escalation;
import dev.runside.core.page.Pages;
import dev.runside.core.run.Conditions;
import dev.runside.core.run.Deeds;
import dev.runside.core.run.Hold;
import dev.runside.core.run.Runs;
import dev.runside.core.state.Decision;
import dev.runside.core.state.Draft;
import dev.runside.core.state.EstateState;
import dev.runside.core.state.Moment;
import dev.runside.core.triage.AgentSeen;
import dev.runside.core.triage.Finding;
import dev.runside.core.triage.Incident;
import dev.runside.core.triage.JobSeen;
import dev.runside.core.triage.Triage;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * One estate's decisions: one input, the state as it is, and a moment give what is to be written,
 * told and done. Used by one thread.
 */
public final class Estate {

    /**
     * Within this time an agent that asks again and says the same costs no write: between two steps
     * it asks at once.
     */
    private static final Duration SEEN_LAG = Duration.ofSeconds(1);

    private final Escalation escalation;
    private final Conditions conditions = new Conditions();

    public Estate(Escalation escalation) {
        this.escalation = escalation;
    }

    public Decision decide(EstateState state, Catalog catalog, Input input, Moment moment) {
        Draft draft = state.draft(moment);
        Triage triage = new Triage(catalog, draft);
        Runs runs = new Runs(catalog, draft, conditions);
        Deeds deeds = new Deeds(catalog, draft);
        Pages pages = new Pages(catalog, draft, escalation);
        Response response = new Response(draft, triage, runs, pages, escalation);
        switch (input) {
            case Input.Observed observed -> response.toAll(triage.observed(observed.signals()));
            case Input.Raised raised -> response.toAll(triage.raised(raised.finding()));
            case Input.Cleared cleared ->
                    response.toAll(
                            triage.cleared(cleared.findingKey(), cleared.at(), cleared.sentence()));
            case Input.TicketsRead read ->
                    response.toAll(triage.read(read.finding(), read.tickets(), read.topics()));
            case Input.Eased eased -> triage.eased(eased.findings());
            case Input.Ticked _ -> tick(draft, triage, response, deeds);
            case Input.Restarted _ -> restart(draft, runs, deeds);
            case Input.AgentPolled polled -> polled(draft, triage, response, polled);
            case Input.StepSent sent -> {
                runs.sent(sent.stepKey());
                deeds.sent(sent.stepKey());
            }
            case Input.StepReported reported -> {
                runs.reported(reported.result()).ifPresent(response::toRun);
                deeds.reported(reported.result());
            }
            case Input.Measured measured ->
                    runs.measured(measured.run(), measured.good(), measured.total())
                            .ifPresent(response::toRun);
            case Input.Acknowledge acknowledge ->
                    new People(catalog, draft, pages).acknowledge(acknowledge);
            case Input.Resolve resolve -> new People(catalog, draft, pages).resolve(resolve);
            case Input.Exec exec -> new People(catalog, draft, pages).exec(exec);
            case Input.Decided decided ->
                    new Lessons(catalog, draft)
                            .decided(
                                    decided.proposal(),
                                    decided.by(),
                                    decided.state(),
                                    decided.reason());
            case Input.SetHold hold -> hold(draft, hold);
        }
        return draft.decision();
    }

    private static void tick(Draft draft, Triage triage, Response response, Deeds deeds) {
        deeds.ticked();
        response.toAll(triage.ticked());
        response.tick();
        new Retention(draft).forget();
    }

    private static void restart(Draft draft, Runs runs, Deeds deeds) {
        draft.all(AgentSeen.class).forEach(agent -> draft.put(agent.at(draft.now())));
        draft.all(JobSeen.class).forEach(job -> draft.put(job.waitedForFrom(draft.now())));
        runs.restarted();
        deeds.restarted();
    }

    private static void polled(
            Draft draft, Triage triage, Response response, Input.AgentPolled polled) {
        Optional<AgentSeen> before = draft.find(AgentSeen.class, polled.agent().toString());
        AgentSeen seen =
                new AgentSeen(
                        polled.agent(),
                        polled.version(),
                        polled.services(),
                        polled.holding(),
                        draft.now());
        boolean fresh = before.filter(seen::saysTheSame).isEmpty();
        if (before.filter(earlier -> seen.coveredBy(earlier, SEEN_LAG)).isEmpty()) {
            draft.put(seen);
        }
        response.toAll(
                triage.cleared(
                        Finding.key("agent-silent", polled.agent(), ""),
                        draft.now(),
                        polled.agent() + " is back"));
        if (fresh) {
            response.toWaiting();
        }
    }

    private static void hold(Draft draft, Input.SetHold hold) {
        draft.put(new Hold(hold.on(), hold.by(), hold.reason(), draft.now()));
        draft.audit(hold.by(), hold.on() ? "hold" : "release", "estate", "hold", "done");
        draft.all(Incident.class)
                .filter(Incident::live)
                .forEach(incident ->
                        draft.tell(
                                incident.id(),
                                "guard",
                                (hold.on() ? "all acting held by " : "acting released by ")
                                        + hold.by()
                                        + ": "
                                        + hold.reason()));
    }

    /** The types of entries an estate is made of, for a host that stores them. */
    public static Set<Class<? extends dev.runside.core.state.Entry>> entryTypes() {
        return Set.of(
                Incident.class,
                Finding.class,
                AgentSeen.class,
                Hold.class,
                dev.runside.core.triage.Change.class,
                dev.runside.core.triage.CountedAlert.class,
                dev.runside.core.triage.Complaints.class,
                dev.runside.core.triage.Counter.class,
                dev.runside.core.triage.DatasetShape.class,
                dev.runside.core.triage.DataLink.class,
                dev.runside.core.triage.LostColumn.class,
                dev.runside.core.triage.Eased.class,
                dev.runside.core.triage.Remainder.class,
                JobSeen.class,
                dev.runside.core.run.Run.class,
                dev.runside.core.run.Deed.class,
                dev.runside.core.learn.Resolution.class,
                dev.runside.core.learn.Proposal.class,
                dev.runside.core.page.Page.class);
    }
}
