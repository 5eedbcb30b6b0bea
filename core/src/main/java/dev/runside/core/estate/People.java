package dev.runside.core.estate;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Catalog;
import dev.runside.core.catalog.Product;
import dev.runside.core.charter.Desk;
import dev.runside.core.page.Page;
import dev.runside.core.page.Pages;
import dev.runside.core.state.Decision.Reason;
import dev.runside.core.state.Draft;
import dev.runside.core.triage.Finding;
import dev.runside.core.triage.Incident;
import java.util.Optional;

/** What people do with an incident. */
final class People {

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
                    draft.put(incident.acknowledgedBy(act.by(), draft.now()));
                    draft.tell(incident.id(), "state", "acknowledged by " + act.by());
                    draft.audit(act.by(), "acknowledge", incident.id(), "", "done");
                    pages.acknowledged(incident.id(), act.by());
                });
    }

    void resolve(Input.Resolve act) {
        find(act.incident())
                .ifPresent(incident -> {
                    Optional<String> right = right(act.by(), incident);
                    if (right.isEmpty()) {
                        Desk.Answer answer =
                                new Desk(catalog)
                                        .ask("resolve", act.by(), incident.judgement().suspect());
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

    /** The owner, the deputy, whoever was paged, or a charter. */
    private Optional<String> right(Ref person, Incident incident) {
        if (incident.judgement().owner().filter(person::equals).isPresent()) {
            return Optional.of("owner of the incident");
        }
        boolean paged =
                draft.all(Page.class)
                        .anyMatch(page ->
                                page.incident().equals(incident.id())
                                        && page.told().contains(person));
        if (paged || incident.judgement().paged().contains(person)) {
            return Optional.of("paged for the incident");
        }
        boolean deputy =
                catalog.productOf(incident.judgement().suspect())
                        .map(catalog.products()::get)
                        .flatMap(Product::deputy)
                        .filter(person::equals)
                        .isPresent();
        if (deputy) {
            return Optional.of("deputy of the product's owner");
        }
        return new Desk(catalog).ask("resolve", person, incident.judgement().suspect())
                        instanceof Desk.Answer.Allowed allowed
                ? Optional.of(allowed.rule())
                : Optional.empty();
    }

    private boolean stillFailing(Incident incident) {
        return incident.findings().stream()
                .flatMap(key -> draft.find(Finding.class, key).stream())
                .anyMatch(finding ->
                        finding.open()
                                && finding.incident().filter(incident.id()::equals).isPresent());
    }
}
