package dev.runside.core.run;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Catalog;
import dev.runside.core.catalog.Ownership;
import dev.runside.core.catalog.Runbook;
import dev.runside.core.charter.Desk;
import dev.runside.core.state.Draft;
import dev.runside.core.triage.Finding;
import dev.runside.core.triage.Incident;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whether a run begins: the runbook that fits the suspect, the guards that may hold it back, the
 * charter that must allow it.
 */
final class Beginning {

    private final Catalog catalog;
    private final Draft draft;
    private final Conditions conditions;

    Beginning(Catalog catalog, Draft draft, Conditions conditions) {
        this.catalog = catalog;
        this.draft = draft;
        this.conditions = conditions;
    }

    Optional<Run> run(Incident incident) {
        return fit(incident).flatMap(fit -> begin(incident, fit));
    }

    /** Asked again before somebody is woken: what still stands against it is not told twice. */
    Optional<Run> runIfFree(Incident incident) {
        return fit(incident)
                .filter(fit -> guarded(incident, fit).isEmpty())
                .filter(fit -> answer(incident, fit.runbook()) instanceof Desk.Answer.Allowed)
                .flatMap(fit -> begin(incident, fit));
    }

    /** Of findings that look alike to a condition the first one is asked about. */
    private Optional<Fit> fit(Incident incident) {
        Ref suspect = incident.judgement().suspect();
        Optional<Ref> product = catalog.productOf(suspect);
        List<Runbook> runbooks =
                catalog.runbooks().stream()
                        .filter(runbook -> product.filter(runbook.product()::equals).isPresent())
                        .toList();
        Map<String, Object> facts = Facts.of(incident);
        Set<Map<String, Object>> asked = new HashSet<>();
        return runbooks.isEmpty()
                ? Optional.empty()
                : open(incident)
                        .filter(finding -> finding.subject().equals(suspect))
                        .filter(finding -> asked.add(Facts.of(finding)))
                        .flatMap(finding -> fitting(runbooks, facts, finding))
                        .findFirst();
    }

    private Stream<Fit> fitting(
            List<Runbook> runbooks, Map<String, Object> incident, Finding finding) {
        Map<String, Object> facts = Facts.of(finding);
        return runbooks.stream()
                .filter(runbook -> conditions.triggers(runbook.when(), incident, facts))
                .map(runbook -> new Fit(runbook, finding));
    }

    private record Fit(Runbook runbook, Finding finding) {}

    private Optional<Run> begin(Incident incident, Fit fit) {
        Optional<Guards.Held> held = guarded(incident, fit);
        held.ifPresent(guard -> tellHeld(incident, fit.runbook(), guard));
        if (held.isPresent()) {
            return Optional.empty();
        }
        Ref agent = new AgentChoice(catalog, draft).forRunbook(fit.runbook()).orElseThrow();
        Desk.Answer answer = answer(incident, fit.runbook());
        draft.tell(
                incident.id(),
                "charter",
                agent + " may run " + fit.runbook().name() + "? " + answer.sentence());
        audit(incident, agent, fit.runbook().name(), answer.sentence());
        return answer instanceof Desk.Answer.Allowed
                ? Optional.of(start(incident, fit.runbook(), agent))
                : Optional.empty();
    }

    private Optional<Guards.Held> guarded(Incident incident, Fit fit) {
        return new Guards(catalog, draft, incident, fit.runbook(), fit.finding()).held();
    }

    private Desk.Answer answer(Incident incident, Runbook runbook) {
        return new Ownership(catalog)
                .of(runbook.product())
                .name()
                .map(person ->
                        new Desk(catalog).ask("remediate", person, incident.judgement().suspect()))
                .orElseGet(() ->
                        new Desk.Answer.Refused("nobody owns " + runbook.product(), Set.of()));
    }

    /** Once: what still holds it back when the incident is judged again is no news. */
    private void tellHeld(Incident incident, Runbook runbook, Guards.Held held) {
        if (incident.heldBack().filter(held.guard()::equals).isPresent()) {
            return;
        }
        draft.put(incident.heldBackBy(held.guard()));
        draft.tell(
                incident.id(),
                "guard",
                "runbook %s held back (%s): %s"
                        .formatted(runbook.name(), held.guard(), held.reason()));
        audit(incident, new Ref("system", "runside"), "guard " + held.guard(), "held back");
    }

    private void audit(Incident incident, Ref actor, String rule, String outcome) {
        draft.audit(actor, "remediate", incident.judgement().suspect().toString(), rule, outcome);
    }

    private Run start(Incident incident, Runbook runbook, Ref agent) {
        Run run =
                Run.begin(
                        draft.newId("run"),
                        incident.id(),
                        runbook,
                        incident.judgement().suspect(),
                        agent,
                        draft.now());
        draft.tell(incident.id(), "run", "runbook " + runbook.name() + " started by " + agent);
        return run;
    }

    private Stream<Finding> open(Incident incident) {
        return incident.findings().stream()
                .flatMap(key -> draft.find(Finding.class, key).stream())
                .filter(Finding::open)
                .sorted(Comparator.comparing(Finding::detectedAt));
    }
}
