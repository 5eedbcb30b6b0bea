package dev.runside.core.run;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Action;
import dev.runside.core.catalog.Catalog;
import dev.runside.core.run.StepResult.Outcome;
import dev.runside.core.state.Draft;
import dev.runside.core.triage.Incident;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What people have agents do: handed out, waited for and recorded as steps of runs are. */
public final class Deeds {

    private final Catalog catalog;
    private final Draft draft;

    public Deeds(Catalog catalog, Draft draft) {
        this.catalog = catalog;
        this.draft = draft;
    }

    /** What stands against it now; empty when nothing does. */
    public Optional<String> against(Incident incident, Action action) {
        return hold().or(() -> run(incident))
                .or(() -> underWay(incident))
                .or(() ->
                        agent(action).isEmpty()
                                ? Optional.of(
                                        "no active agent that is alive may " + action.sentence())
                                : Optional.empty());
    }

    /** Called when nothing stands against it. */
    public void begin(Incident incident, Ref by, Action action, Duration timeout) {
        Ref agent = agent(action).orElseThrow();
        draft.put(
                new Deed(
                        draft.newId("deed"),
                        incident.id(),
                        by,
                        incident.judgement().suspect(),
                        agent,
                        action,
                        timeout,
                        draft.now(),
                        Optional.empty(),
                        Optional.empty()));
        draft.tell(
                incident.id(), "exec", "%s has %s do: %s".formatted(by, agent, action.sentence()));
    }

    /** It was handed to the agent: stored before the agent hears of it. */
    public void sent(String stepKey) {
        byStepKey(stepKey).ifPresent(deed -> draft.put(deed.sentAt(draft.now())));
    }

    /** An agent reports; what is known already changes nothing. */
    public void reported(StepResult result) {
        byStepKey(result.key()).ifPresent(deed -> ended(deed, result));
    }

    public void ticked() {
        open().forEach(deed -> {
            if (Runs.overdue(deed.sent(), deed.timeout(), draft.now())) {
                ended(deed, without(deed, Outcome.UNKNOWN, "no report of it within its time"));
            } else if (deed.sent().isEmpty() && Runs.untaken(deed.waitingSince(), draft.now())) {
                ended(deed, without(deed, Outcome.FAILED, "no agent took it"));
            }
        });
    }

    /** The server began anew: what was handed out is waited for. */
    public void restarted() {
        open().forEach(deed -> draft.put(deed.waitingFrom(draft.now())));
    }

    private void ended(Deed deed, StepResult result) {
        draft.put(deed.ended(result));
        String reason = result.reason().isEmpty() ? "" : ": " + result.reason();
        String output = result.output().isEmpty() ? "" : " " + result.output();
        draft.tell(
                deed.incident(),
                "exec",
                "%s %s%s%s"
                        .formatted(
                                deed.action().sentence(),
                                result.outcome().name().toLowerCase(java.util.Locale.ROOT),
                                reason,
                                output));
    }

    private StepResult without(Deed deed, Outcome outcome, String reason) {
        return new StepResult(deed.stepKey(), Deed.STEP, outcome, reason, Map.of(), draft.now());
    }

    private Optional<String> hold() {
        return draft.find(Hold.class, Hold.KEY)
                .filter(Hold::on)
                .map(hold -> "all acting is on hold by " + hold.by() + ": " + hold.reason());
    }

    private Optional<String> run(Incident incident) {
        return draft.all(Run.class)
                .filter(run -> run.phase().active())
                .filter(run ->
                        run.incident().equals(incident.id())
                                || run.target().equals(incident.judgement().suspect()))
                .findFirst()
                .map(run ->
                        "runbook %s is at work on %s"
                                .formatted(run.runbook().name(), run.target()));
    }

    private Optional<String> underWay(Incident incident) {
        return open().stream()
                .filter(deed -> deed.incident().equals(incident.id()))
                .findFirst()
                .map(deed -> "%s is still being done".formatted(deed.action().sentence()));
    }

    private Optional<Ref> agent(Action action) {
        return new AgentChoice(catalog, draft).forActions(List.of(action));
    }

    private List<Deed> open() {
        return draft.all(Deed.class).filter(Deed::open).toList();
    }

    private Optional<Deed> byStepKey(String key) {
        return draft.find(Deed.class, key.replaceFirst("/.*", ""))
                .filter(deed -> deed.open() && deed.stepKey().equals(key));
    }
}
