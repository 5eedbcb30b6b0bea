package dev.runside.core.estate;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Catalog;
import dev.runside.core.charter.Desk;
import dev.runside.core.learn.Lessons;
import dev.runside.core.page.Page;
import dev.runside.core.page.Pages;
import dev.runside.core.run.Deeds;
import dev.runside.core.state.Decision.Reason;
import dev.runside.core.state.Draft;
import dev.runside.core.triage.Finding;
import dev.runside.core.triage.Incident;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What people do with an incident. */
final class People {

    private static final String REMEDIATE = "remediate";

    private final Catalog catalog;
    private final Draft draft;
    private final Pages pages;

    People(Catalog catalog, Draft draft, Pages pages) {
        this.catalog = catalog;
        this.draft = draft;
        this.pages = pages;
    }

    void acknowledge(Input.Acknowledge act) {
        find(act.incident())
                .ifPresent(incident -> {
                    if (incident.acknowledged().isPresent()) {
                        return;
                    }
                    if (!incident.live()) {
                        draft.refuse(
                                Reason.CONFLICT,
                                "#" + incident.number() + " is over already",
                                "nothing is left to do");
                        return;
                    }
                    draft.put(incident.acknowledgedBy(act.by(), draft.now()));
                    draft.tell(incident.id(), "state", "acknowledged by " + act.by());
                    draft.audit(act.by(), "acknowledge", incident.id(), "", "done");
                    pages.acknowledged(incident.id(), act.by());
                });
    }

    void resolve(Input.Resolve act) {
        find(act.incident())
                .ifPresent(incident -> {
                    Optional<String> right = right(incident).rule(act.by());
                    if (right.isEmpty()) {
                        Desk.Answer answer = right(incident).asked(act.by());
                        draft.audit(
                                act.by(), "resolve", incident.id(), "charter", answer.sentence());
                        draft.refuse(
                                Reason.NOT_ALLOWED,
                                answer.sentence(),
                                "ask the incident's owner, or who was paged for it");
                    } else if (!incident.live()) {
                        draft.refuse(
                                Reason.CONFLICT,
                                "#" + incident.number() + " is resolved already",
                                "nothing is left to do");
                    } else if (stillFailing(incident)) {
                        draft.refuse(
                                Reason.CONFLICT,
                                "#" + incident.number() + " still shows open findings",
                                "resolve it once its indicators have recovered");
                    } else {
                        resolved(incident, act, right.get());
                    }
                });
    }

    private void resolved(Incident incident, Input.Resolve act, String rule) {
        draft.put(
                incident.causedBy(act.cause())
                        .in(Incident.State.RESOLVED, incident.times().resolvedAt(draft.now())));
        draft.tell(incident.id(), "state", "resolved by " + act.by() + ": " + act.cause());
        draft.audit(act.by(), "resolve", incident.id(), rule, "done");
        pages.end(incident.id(), "resolved");
        new Lessons(catalog, draft).resolved(incident, act.by(), act.cause());
    }

    /** By the right to remediate, which acting without a person goes by, too. */
    void exec(Input.Exec act) {
        find(act.incident())
                .ifPresent(incident -> {
                    Desk.Answer answer =
                            new Desk(catalog)
                                    .ask(REMEDIATE, act.by(), incident.judgement().suspect());
                    String what = act.action().sentence();
                    Deeds deeds = new Deeds(catalog, draft);
                    draft.audit(
                            act.by(),
                            REMEDIATE,
                            incident.id(),
                            answer.sentence(),
                            "asks for: " + what);
                    if (!(answer instanceof Desk.Answer.Allowed)) {
                        draft.refuse(
                                Reason.NOT_ALLOWED,
                                answer.sentence(),
                                "ask whoever has the right, or give it in a charter");
                    } else if (!incident.live()) {
                        draft.refuse(
                                Reason.CONFLICT,
                                "#" + incident.number() + " is over already",
                                "what is done now belongs to no incident");
                    } else {
                        deeds.against(incident, act.action())
                                .ifPresentOrElse(
                                        reason ->
                                                draft.refuse(
                                                        Reason.CONFLICT,
                                                        reason,
                                                        "try again when that is no longer so"),
                                        () ->
                                                deeds.begin(
                                                        incident,
                                                        act.by(),
                                                        act.action(),
                                                        act.timeout()));
                    }
                });
    }

    private Optional<Incident> find(String id) {
        Optional<Incident> incident =
                draft.find(Incident.class, id)
                        .or(() ->
                                draft.all(Incident.class)
                                        .filter(i -> Long.toString(i.number()).equals(id))
                                        .findFirst());
        if (incident.isEmpty()) {
            draft.refuse(
                    Reason.NOT_FOUND,
                    "there is no incident " + id,
                    "list them with: runside incidents --state all");
        }
        return incident;
    }

    private ResolveRight right(Incident incident) {
        return new ResolveRight(catalog, incident, told(incident));
    }

    private Set<Ref> told(Incident incident) {
        return draft.all(Page.class)
                .filter(page -> page.incident().equals(incident.id()))
                .flatMap(page -> page.told().stream())
                .collect(Collectors.toSet());
    }

    private boolean stillFailing(Incident incident) {
        return incident.findings().stream()
                .flatMap(key -> draft.find(Finding.class, key).stream())
                .anyMatch(finding ->
                        finding.open()
                                && finding.incident().filter(incident.id()::equals).isPresent());
    }
}
