package dev.runside.core.learn;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Catalog;
import dev.runside.core.catalog.Ownership;
import dev.runside.core.run.Deed;
import dev.runside.core.state.Decision.Reason;
import dev.runside.core.state.Draft;
import dev.runside.core.state.Effect;
import dev.runside.core.triage.Finding;
import dev.runside.core.triage.Incident;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Remembers how incidents ended, and drafts a runbook when one has ended alike three times. */
public final class Lessons {

    private static final int ENOUGH = 3;
    private static final int MOST = 2_000;
    private static final Duration REMEMBERED = Duration.ofDays(400);

    private final Catalog catalog;
    private final Draft draft;

    public Lessons(Catalog catalog, Draft draft) {
        this.catalog = catalog;
        this.draft = draft;
    }

    /** A person has said what it was. */
    public void resolved(Incident incident, Ref by, String cause) {
        forget();
        List<Resolution> before = remembered().toList();
        Resolution now =
                draft.put(
                        new Resolution(
                                incident.id(),
                                incident.number(),
                                by,
                                draft.now(),
                                cause,
                                incident.judgement().suspect(),
                                incident.judgement().seam(),
                                triggers(incident),
                                did(incident)));
        List<Resolution> same =
                before.stream().filter(each -> Sameness.of(each, now).all()).toList();
        if (same.isEmpty()) {
            tellNearest(incident, before, now);
        } else {
            tell(
                    incident,
                    "ended like %s before it: %s"
                            .formatted(numbers(same), Sameness.of(same.getLast(), now).sentence()));
        }
        if (same.size() + 1 >= ENOUGH && !drafted(now)) {
            propose(incident, Stream.concat(same.stream(), Stream.of(now)).toList());
        }
    }

    /** The owner, or who may decide for the owner, has decided. */
    public void decided(String name, Ref by, Proposal.State state, String reason) {
        Optional<Proposal> known = draft.find(Proposal.class, name);
        if (known.isEmpty()) {
            draft.refuse(
                    Reason.NOT_FOUND,
                    "there is no proposal " + name,
                    "list them with: runside runbook proposals");
        } else if (!known.get().open()) {
            draft.refuse(
                    Reason.CONFLICT,
                    name
                            + " is "
                            + known.get().state().name().toLowerCase(java.util.Locale.ROOT)
                            + " already",
                    "nothing is left to decide");
        } else {
            draft.put(known.get().decided(state, new Proposal.Decided(by, draft.now(), reason)));
            draft.audit(by, "proposal", name, "", state.name().toLowerCase(java.util.Locale.ROOT));
        }
    }

    /** What agrees in cause or steps alone is worth a word, and no more. */
    private void tellNearest(Incident incident, List<Resolution> before, Resolution now) {
        before.stream()
                .filter(each -> Sameness.of(each, now).cause() || Sameness.of(each, now).steps())
                .max(Comparator.comparing(Resolution::at))
                .ifPresent(each ->
                        tell(
                                incident,
                                "like #%d: %s"
                                        .formatted(
                                                each.number(), Sameness.of(each, now).sentence())));
    }

    private void propose(Incident incident, List<Resolution> from) {
        Resolution newest = from.getLast();
        Optional<Ref> product = catalog.productOf(newest.suspect());
        Optional<Ref> owner = product.flatMap(each -> new Ownership(catalog).of(each).name());
        if (product.isEmpty() || owner.isEmpty()) {
            tell(
                    incident,
                    "no runbook is drafted: nobody owns a product that %s is of"
                            .formatted(newest.suspect()));
            return;
        }
        String name = Drafting.name(newest.cause(), this::taken);
        Drafting.Drafted drafted =
                new Drafting(catalog, from).draft(name, product.get(), owner.get());
        draft.put(
                new Proposal(
                        name,
                        drafted.runbook(),
                        from,
                        drafted.missing(),
                        owner.get(),
                        draft.now(),
                        Proposal.State.OPEN,
                        Optional.empty()));
        tell(incident, "runbook " + name + " is drafted for " + owner.get());
        draft.want(
                new Effect.Notify(
                        "proposal/" + name,
                        "",
                        incident.id(),
                        Set.of(owner.get()),
                        Effect.Urgency.INFORM,
                        "A runbook is drafted: " + name,
                        "%s ended alike. Look at it with: runside runbook proposal %s"
                                .formatted(numbers(from), name)));
    }

    private boolean taken(String name) {
        return draft.find(Proposal.class, name).isPresent()
                || catalog.runbooks().stream().anyMatch(runbook -> runbook.name().equals(name));
    }

    /** Whether the owner has it to decide on, or has decided. */
    private boolean drafted(Resolution now) {
        return draft.all(Proposal.class)
                .anyMatch(proposal -> Sameness.of(proposal.from().getLast(), now).all());
    }

    private List<Resolution.Trigger> triggers(Incident incident) {
        Ref suspect = incident.judgement().suspect();
        return incident.findings().stream()
                .flatMap(key -> draft.find(Finding.class, key).stream())
                .filter(finding -> finding.subject().equals(suspect))
                .sorted(Comparator.comparing(Finding::startedAt))
                .map(finding ->
                        new Resolution.Trigger(
                                finding.kind(), finding.object(), finding.indicator()))
                .toList();
    }

    private List<Resolution.Deed> did(Incident incident) {
        return draft.all(Deed.class)
                .filter(deed -> deed.incident().equals(incident.id()))
                .filter(deed -> deed.done() && !deed.looks())
                .map(deed -> new Resolution.Deed(deed.action(), deed.timeout()))
                .toList();
    }

    private Stream<Resolution> remembered() {
        return draft.all(Resolution.class).sorted(Comparator.comparing(Resolution::at));
    }

    private void forget() {
        Instant bound = draft.now().minus(REMEMBERED);
        List<Resolution> all = remembered().toList();
        for (int at = 0; at < all.size(); at++) {
            if (all.get(at).at().isBefore(bound) || at <= all.size() - MOST) {
                draft.remove(Resolution.class, all.get(at).key());
            }
        }
    }

    private void tell(Incident incident, String text) {
        draft.tell(incident.id(), "learn", text);
    }

    private static String numbers(List<Resolution> some) {
        return String.join(" and ", some.stream().map(each -> "#" + each.number()).toList());
    }
}
