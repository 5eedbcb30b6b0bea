package dev.runside.core.page;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Catalog;
import dev.runside.core.catalog.Person.Role;
import dev.runside.core.catalog.Product;
import dev.runside.core.state.Draft;
import dev.runside.core.state.Effect;
import dev.runside.core.state.Effect.Urgency;
import dev.runside.core.triage.Incident;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The machine of pages.
 *
 * <pre>
 *   WAITING ──settled──► SENT ──again──► SENT ──deputy──► SENT ──architect──► SENT ──everyone──► …
 *      │                   └─ acknowledged ─► ACKNOWLEDGED     └─ suspect moved ─► HANDED_OVER
 *      └─ recovered, or a runbook took it ─► CANCELLED
 * </pre>
 */
public final class Pages {

    private final Catalog catalog;
    private final Draft draft;
    private final Escalation escalation;

    public Pages(Catalog catalog, Draft draft, Escalation escalation) {
        this.catalog = catalog;
        this.draft = draft;
        this.escalation = escalation;
    }

    /**
     * Opens a page, or brings one that waits forward. One is enough: a page out is not opened
     * twice.
     */
    public void open(Incident incident, Instant notBefore, String reason) {
        Optional<Page> pending = pending(incident.id());
        if (pending.isPresent()) {
            pending.filter(page ->
                            page.status() == Page.Status.WAITING
                                    && notBefore.isBefore(page.nextAt()))
                    .ifPresent(page -> draft.put(page.sooner(notBefore)));
            return;
        }
        boolean taken = incident.acknowledged().isPresent();
        if (!taken) {
            Page page =
                    new Page(
                            draft.newId("pag"),
                            incident.id(),
                            Page.Status.WAITING,
                            Set.of(),
                            Set.of(),
                            0,
                            notBefore,
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            reason);
            draft.put(page);
            draft.put(current(incident).withPage(page.id()));
        }
    }

    /** The incidents of which somebody is about to be told for the first time. */
    public List<String> due() {
        return draft.all(Page.class)
                .filter(page ->
                        page.status() == Page.Status.WAITING && !page.nextAt().isAfter(draft.now()))
                .map(Page::incident)
                .toList();
    }

    /** Sends and escalates what is due. Returns the incidents whose first page just went out. */
    public Set<String> ticked() {
        Set<String> first = new TreeSet<>();
        draft.all(Page.class)
                .filter(page -> page.pending() && !page.nextAt().isAfter(draft.now()))
                .forEach(page ->
                        draft.find(Incident.class, page.incident())
                                .ifPresent(incident -> {
                                    send(page, incident);
                                    if (page.rung() == 0) {
                                        first.add(incident.id());
                                    }
                                }));
        return first;
    }

    private void send(Page page, Incident incident) {
        Set<Ref> people = recipients(page, incident);
        Page sent = draft.put(page.sent(people, draft.now(), next(page)));
        String text = PageText.of(incident, page.reason());
        draft.want(
                new Effect.Notify(
                        page.id() + "/" + sent.rung(),
                        page.id(),
                        incident.id(),
                        people,
                        Urgency.PAGE,
                        headline(incident),
                        text));
        draft.tell(
                incident.id(),
                "page",
                switch (page.rung()) {
                    case 0 -> "paged " + names(people) + ": " + page.reason();
                    case 1 -> "not acknowledged; paged " + names(people) + " again";
                    default -> "not acknowledged; escalated to " + names(people);
                });
        if (page.rung() == 0) {
            inform(incident, page);
        }
    }

    private void inform(Incident incident, Page page) {
        Set<Ref> informed = incident.judgement().informed();
        if (!informed.isEmpty()) {
            draft.want(
                    new Effect.Notify(
                            page.id() + "/informed",
                            page.id(),
                            incident.id(),
                            informed,
                            Urgency.INFORM,
                            headline(incident),
                            PageText.of(
                                    incident,
                                    "for your information; "
                                            + names(incident.judgement().paged())
                                            + " is paged")));
            draft.tell(incident.id(), "page", "informed " + names(informed));
        }
    }

    /** Somebody took it. */
    public void acknowledged(String incident, Ref by) {
        pending(incident)
                .ifPresent(page ->
                        draft.put(
                                page.over(
                                        Page.Status.ACKNOWLEDGED,
                                        Optional.of(by),
                                        draft.now(),
                                        page.reason())));
    }

    /** A page still waiting is not needed any more. */
    public void cancelWaiting(String incident, String why) {
        pending(incident)
                .filter(page -> page.status() == Page.Status.WAITING)
                .ifPresent(page -> {
                    draft.put(page.over(Page.Status.CANCELLED, Optional.empty(), draft.now(), why));
                    draft.tell(incident, "page", "nobody paged: " + why);
                });
    }

    /** Whatever is out about the incident is over. */
    public void end(String incident, String why) {
        cancelWaiting(incident, why);
        pending(incident)
                .ifPresent(page ->
                        draft.put(
                                page.over(
                                        Page.Status.CANCELLED,
                                        Optional.empty(),
                                        draft.now(),
                                        why)));
    }

    /** The suspect moved to somebody else's: whoever was woken is told who has it now. */
    public void handOver(Incident incident) {
        pending(incident.id())
                .filter(page -> page.status() == Page.Status.SENT)
                .ifPresent(page -> {
                    Set<Ref> now = incident.judgement().paged();
                    if (!page.told().containsAll(now)) {
                        draft.put(
                                page.over(
                                        Page.Status.HANDED_OVER,
                                        Optional.empty(),
                                        draft.now(),
                                        "the suspect moved"));
                        draft.want(
                                new Effect.Notify(
                                        page.id() + "/handover",
                                        page.id(),
                                        incident.id(),
                                        page.told(),
                                        Urgency.INFORM,
                                        headline(incident),
                                        names(now) + " has it now: " + incident.judgement().why()));
                        draft.tell(
                                incident.id(),
                                "page",
                                "handed over from " + names(page.told()) + " to " + names(now));
                        open(
                                incident,
                                draft.now(),
                                "the suspect moved to " + incident.judgement().suspect());
                    }
                });
    }

    private Optional<Page> pending(String incident) {
        return draft.all(Page.class)
                .filter(page -> page.incident().equals(incident) && page.pending())
                .findFirst();
    }

    private Set<Ref> recipients(Page page, Incident incident) {
        Set<Ref> people = new TreeSet<>(incident.judgement().paged());
        Optional<Ref> deputy = deputy(incident);
        switch (page.rung()) {
            case 0, 1 -> {}
            case 2 -> replace(people, deputy.or(() -> catalog.inRole(Role.ARCHITECT)));
            case 3 -> replace(people, catalog.inRole(Role.ARCHITECT));
            default -> {
                deputy.ifPresent(people::add);
                catalog.inRole(Role.ARCHITECT).ifPresent(people::add);
            }
        }
        return people;
    }

    private static void replace(Set<Ref> people, Optional<Ref> by) {
        by.ifPresent(person -> {
            people.clear();
            people.add(person);
        });
    }

    private Optional<Ref> deputy(Incident incident) {
        return catalog.productOf(incident.judgement().suspect())
                .map(catalog.products()::get)
                .flatMap(Product::deputy);
    }

    private Instant next(Page page) {
        Instant sent = page.sentAt().orElse(draft.now());
        return switch (page.rung()) {
            case 0 -> sent.plus(escalation.again());
            case 1 -> sent.plus(escalation.deputy());
            case 2 -> sent.plus(escalation.architect());
            default -> draft.now().plus(escalation.everyone());
        };
    }

    private Incident current(Incident incident) {
        return draft.find(Incident.class, incident.id()).orElse(incident);
    }

    private static String headline(Incident incident) {
        return "#" + incident.number() + " " + incident.judgement().title();
    }

    private static String names(Set<Ref> people) {
        return people.isEmpty()
                ? "nobody (no platform owner is in the catalog)"
                : String.join(", ", people.stream().map(Ref::toString).toList());
    }
}
