package dev.runside.core.estate;

import dev.runside.core.page.Escalation;
import dev.runside.core.page.Page;
import dev.runside.core.page.Pages;
import dev.runside.core.run.Phase;
import dev.runside.core.run.Run;
import dev.runside.core.run.Runs;
import dev.runside.core.state.Draft;
import dev.runside.core.state.Effect;
import dev.runside.core.triage.Incident;
import dev.runside.core.triage.Judgement;
import dev.runside.core.triage.Tier;
import dev.runside.core.triage.Triage;
import java.time.Instant;
import java.util.Collection;

/**
 * What is done about an incident: a known runbook, else a page once the suspect has settled.
 *
 * <pre>
 *   judged ─► runbook fits ──► routine ─► verified ─► closed by itself
 *        │         │              └─ not verified, unknown, or pageBy passed ─► novel, paged at once
 *        └─────────┴─ none, or held back ─► settles, asked once more ─► paged
 * </pre>
 */
final class Response {

    private final Draft draft;
    private final Judging judging;
    private final Runs runs;
    private final Pages pages;
    private final Escalation escalation;
    private final Standing standing;

    Response(Draft draft, Triage triage, Runs runs, Pages pages, Escalation escalation) {
        this.draft = draft;
        this.judging = new Judging(draft, triage, pages);
        this.runs = runs;
        this.pages = pages;
        this.escalation = escalation;
        this.standing = new Standing(draft);
    }

    void toAll(Collection<String> incidents) {
        incidents.stream()
                .flatMap(id -> draft.find(Incident.class, id).stream())
                .forEach(incident -> {
                    if (incident.live()) {
                        respond(incident);
                    }
                    incident.mergedInto().ifPresent(_ -> pages.end(incident.id(), "merged"));
                });
    }

    /**
     * An agent can do something new: what nobody was told of yet may be taken by a runbook after
     * all.
     */
    void toWaiting() {
        toAll(
                draft.all(Incident.class)
                        .filter(incident ->
                                incident.state() == Incident.State.OPEN
                                        && !incident.judgement().settled())
                        .map(Incident::id)
                        .toList());
    }

    /** A run ended or moved on. */
    void toRun(Run run) {
        if (run.phase().active()) {
            if (run.phase() == Phase.UNDO) {
                paged(run, run.why());
            }
            return;
        }
        switch (run.phase()) {
            case VERIFIED, NOT_NEEDED ->
                    draft.find(Incident.class, run.incident())
                            .filter(Incident::live)
                            .ifPresent(this::respond);
            case FAILED, UNVERIFIED, INCONCLUSIVE, UNKNOWN -> paged(run, run.why());
            case DIAGNOSE, REMEDY, VERIFY, UNDO -> {}
        }
    }

    /** Time passes for runs, deadlines and pages. */
    void tick() {
        runs.ticked().forEach(this::toRun);
        draft.all(Incident.class)
                .filter(incident ->
                        incident.state() == Incident.State.OPEN
                                && incident.judgement().tier() == Tier.ROUTINE)
                .filter(incident -> !draft.now().isBefore(incident.times().pageBy()))
                .forEach(incident ->
                        pageNow(
                                incident,
                                "not verified healed within its time; the run goes on in your sight"));
        pages.due().forEach(this::takenAtLast);
        pages.ticked()
                .forEach(id ->
                        draft.find(Incident.class, id)
                                .ifPresent(incident ->
                                        draft.put(
                                                incident.judged(
                                                        Judging.settled(
                                                                incident.judgement(),
                                                                incident.judgement().tier(),
                                                                incident.judgement().why())))));
    }

    private void respond(Incident incident) {
        Judging.Judged judged = judging.again(incident);
        boolean over = standing.over(judged.incident());
        if (!over && taken(reopened(judged.incident()))) {
            return;
        }
        judged.tier().ifPresent(tier -> draft.tell(incident.id(), "tier", tier));
        Incident now = draft.find(Incident.class, incident.id()).orElseThrow();
        if (over) {
            recovered(now);
        } else if (standing.activeRun(now).isEmpty() && now.judgement().tier() != Tier.ROUTINE) {
            page(now);
        }
    }

    /** A runbook begins on it, whose tier is told then. */
    private boolean taken(Incident incident) {
        return standing.activeRun(incident).isEmpty()
                && standing.mayRun(incident)
                && runs.begin(incident).map(this::began).isPresent();
    }

    /**
     * Nobody is woken for what a runbook may heal by now: a cool-down that ended, a change that is
     * through, an agent that came back.
     */
    private void takenAtLast(String id) {
        draft.find(Incident.class, id)
                .filter(incident ->
                        incident.state() == Incident.State.OPEN
                                && !incident.judgement().settled()
                                && standing.activeRun(incident).isEmpty()
                                && standing.mayRun(incident))
                .flatMap(runs::beginIfFree)
                .ifPresent(this::began);
    }

    private Run began(Run run) {
        Incident incident = draft.find(Incident.class, run.incident()).orElseThrow();
        String why =
                "runbook "
                        + run.runbook().name()
                        + " fits "
                        + run.target()
                        + " and covers "
                        + incident.judgement().radius();
        Instant pageBy = incident.times().openedAt().plus(run.runbook().pageBy());
        Judgement before = incident.judgement();
        Tier tier = before.settled() ? before.tier() : Tier.ROUTINE;
        draft.put(
                incident.withRun(run.id())
                        .judged(Judging.settled(before, tier, why))
                        .pagedBy(incident.safety() ? incident.times().pageBy() : pageBy));
        draft.tell(run.incident(), "tier", Judging.name(tier) + ": " + why);
        pages.cancelWaiting(run.incident(), "runbook " + run.runbook().name() + " took it");
        if (!run.phase().active()) {
            toRun(run);
        }
        return run;
    }

    /** The settling time runs from each opening: what came back may have another cause. */
    private void page(Incident incident) {
        if (standing.canWait(incident)) {
            filed(incident);
        } else if (!told(incident)) {
            Instant settledAt =
                    incident.safety() ? draft.now() : draft.now().plus(escalation.settle());
            pages.open(incident, settledAt, incident.judgement().why());
        }
    }

    /** The owner hears of it as it opens, and is not woken. */
    private void filed(Incident incident) {
        if (incident.times().openedAt().equals(draft.now())) {
            draft.want(
                    new Effect.Notify(
                            incident.id() + "/filed",
                            "",
                            incident.id(),
                            incident.judgement().paged(),
                            Effect.Urgency.INFORM,
                            "#" + incident.number() + " can wait: " + incident.judgement().title(),
                            String.join(
                                    "\n", incident.judgement().suspects().getFirst().evidence())));
            draft.tell(incident.id(), "page", "nobody is woken: it can wait for office hours");
        }
    }

    private boolean told(Incident incident) {
        return draft.all(Page.class)
                .anyMatch(
                        page -> page.incident().equals(incident.id()) && page.sentAt().isPresent());
    }

    private void paged(Run run, String why) {
        draft.find(Incident.class, run.incident())
                .filter(Incident::live)
                .ifPresent(incident ->
                        pageNow(
                                incident,
                                "runbook " + run.runbook().name() + " did not heal it: " + why));
    }

    private void pageNow(Incident incident, String why) {
        Tier tier = incident.judgement().tier() == Tier.SYSTEMIC ? Tier.SYSTEMIC : Tier.NOVEL;
        Incident raised =
                draft.put(incident.judged(Judging.settled(incident.judgement(), tier, why)));
        draft.tell(incident.id(), "tier", Judging.name(tier) + ": " + why);
        pages.open(raised, draft.now(), why);
    }

    private void recovered(Incident incident) {
        pages.cancelWaiting(incident.id(), "it recovered before anybody had to be woken");
        if (standing.activeRun(incident).isPresent()) {
            return;
        }
        Incident now = draft.find(Incident.class, incident.id()).orElseThrow();
        if (now.state() == Incident.State.OPEN) {
            now = draft.put(now.in(Incident.State.RECOVERED, now.times().recoveredAt(draft.now())));
            draft.tell(now.id(), "state", "recovered: every finding is over");
        }
        if (standing.healed(now) && now.judgement().tier() == Tier.ROUTINE) {
            closed(now);
        }
    }

    private void closed(Incident incident) {
        Run run = standing.runs(incident).reduce((_, last) -> last).orElseThrow();
        draft.put(
                incident.causedBy("known failure, runbook " + run.runbook().name())
                        .in(Incident.State.CLOSED, incident.times().closedAt(draft.now())));
        draft.tell(
                incident.id(),
                "state",
                "resolved and closed against runbook " + run.runbook().name());
        incident.judgement()
                .owner()
                .ifPresent(owner ->
                        draft.want(
                                new Effect.Notify(
                                        incident.id() + "/healed",
                                        "",
                                        incident.id(),
                                        java.util.Set.of(owner),
                                        Effect.Urgency.INFORM,
                                        "#"
                                                + incident.number()
                                                + " healed: "
                                                + incident.judgement().title(),
                                        "runbook " + run.runbook().name() + ": " + run.why())));
    }

    private Incident reopened(Incident incident) {
        if (incident.state() != Incident.State.RECOVERED) {
            return incident;
        }
        draft.tell(incident.id(), "state", "open again: a finding came back");
        return draft.put(incident.in(Incident.State.OPEN, incident.times().reopenedAt()));
    }
}
