package dev.runside.core.run;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Catalog;
import dev.runside.core.catalog.Runbook;
import dev.runside.core.state.Draft;
import dev.runside.core.triage.AgentSeen;
import dev.runside.core.triage.Change;
import dev.runside.core.triage.Finding;
import dev.runside.core.triage.Incident;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The named reasons for which a fitting runbook is held back. Asked in this order; the first that
 * applies is recorded.
 */
final class Guards {

    private static final Duration STALE = Duration.ofSeconds(60);

    private final Catalog catalog;
    private final Draft draft;
    private final Incident incident;
    private final Runbook runbook;
    private final Finding finding;

    Guards(Catalog catalog, Draft draft, Incident incident, Runbook runbook, Finding finding) {
        this.catalog = catalog;
        this.draft = draft;
        this.incident = incident;
        this.runbook = runbook;
        this.finding = finding;
    }

    /** Why it is held back. */
    record Held(String guard, String reason) {}

    Optional<Held> held() {
        List<Supplier<Optional<Held>>> order =
                List.of(
                        this::hold,
                        this::notTrusted,
                        this::blast,
                        this::duplicate,
                        this::busy,
                        this::changing,
                        this::sickDependency,
                        this::staleEvidence,
                        this::coolDown,
                        this::perHour,
                        this::flapping,
                        this::noAgent);
        return order.stream().flatMap(guard -> guard.get().stream()).findFirst();
    }

    private Optional<Held> hold() {
        return draft.find(Hold.class, Hold.KEY)
                .filter(Hold::on)
                .flatMap(hold ->
                        held(
                                true,
                                "hold",
                                "all acting is on hold by " + hold.by() + ": " + hold.reason()));
    }

    private Optional<Held> notTrusted() {
        return held(
                runbook.stage() != Runbook.Stage.ACT,
                "stage",
                "runbook "
                        + runbook.name()
                        + " only "
                        + (runbook.stage() == Runbook.Stage.OBSERVE
                                ? "observes"
                                : "acts after an approval"));
    }

    private Optional<Held> blast() {
        boolean wider = !incident.judgement().radius().equals(java.util.Set.of(runbook.product()));
        return held(
                wider && runbook.limits().blast() == Runbook.Blast.PRODUCT,
                "blast",
                "blast radius "
                        + incident.judgement().radius()
                        + " is wider than the runbook's allowance");
    }

    private Optional<Held> duplicate() {
        return held(
                active().anyMatch(run -> run.incident().equals(incident.id())),
                "duplicate",
                "this incident has a run already");
    }

    private Optional<Held> busy() {
        return active().filter(run -> run.runbook().product().equals(runbook.product()))
                .findFirst()
                .flatMap(run ->
                        held(
                                !onOtherTarget(run),
                                "target-busy",
                                "run " + run.id() + " is at work on " + run.target()));
    }

    /** Two targets without a dependency between them may be healed at once. */
    private boolean onOtherTarget(Run run) {
        return !run.target().equals(target())
                && !catalog.graph().dependsOn(run.target(), target())
                && !catalog.graph().dependsOn(target(), run.target());
    }

    private Optional<Held> changing() {
        return draft.all(Change.class)
                .filter(change -> change.subject().equals(target()) && change.underWay(draft.now()))
                .findFirst()
                .flatMap(change ->
                        held(
                                true,
                                "change-under-way",
                                change.kind()
                                        + " by "
                                        + change.by()
                                        + " is under way on "
                                        + target()));
    }

    private Optional<Held> sickDependency() {
        return draft.all(Finding.class)
                .filter(Finding::open)
                .filter(other ->
                        other.held().isEmpty()
                                && catalog.graph().dependsOn(target(), other.subject()))
                .findFirst()
                .flatMap(other ->
                        held(
                                true,
                                "sick-dependency",
                                target()
                                        + " depends on "
                                        + other.subject()
                                        + ", which is unhealthy: heal the cause, not the victim"));
    }

    private Optional<Held> staleEvidence() {
        Duration age = Duration.between(finding.lastSeenAt(), draft.now());
        return held(
                age.compareTo(STALE) > 0,
                "stale-evidence",
                "the newest evidence is " + age.toSeconds() + " s old");
    }

    private Optional<Held> coolDown() {
        Instant bound = draft.now().minus(runbook.limits().cooldown());
        return held(
                past().anyMatch(run -> run.times().endedAt().filter(bound::isBefore).isPresent()),
                "cool-down",
                "the last run on "
                        + target()
                        + " ended less than "
                        + runbook.limits().cooldown().toSeconds()
                        + " s ago");
    }

    private Optional<Held> perHour() {
        Instant bound = draft.now().minus(Duration.ofHours(1));
        long runs = past().filter(run -> run.times().startedAt().isAfter(bound)).count();
        return held(
                runs >= runbook.limits().perHour(),
                "runs-per-hour",
                runs + " runs on " + target() + " within the last hour");
    }

    private Optional<Held> flapping() {
        Instant bound = draft.now().minus(runbook.limits().flapWithin());
        long healed =
                past().filter(run ->
                                run.phase() == Phase.VERIFIED
                                        && run.times().startedAt().isAfter(bound))
                        .count();
        return held(
                healed >= runbook.limits().flapCount(),
                "flapping",
                "healed "
                        + healed
                        + " times within "
                        + runbook.limits().flapWithin().toMinutes()
                        + " min is not healed");
    }

    private Optional<Held> noAgent() {
        return held(
                new AgentChoice(catalog, draft).forRunbook(runbook).isEmpty(),
                "no-agent",
                "no active agent that is alive may carry out " + runbook.name());
    }

    private java.util.stream.Stream<Run> active() {
        return draft.all(Run.class).filter(run -> run.phase().active());
    }

    private java.util.stream.Stream<Run> past() {
        return draft.all(Run.class)
                .filter(run -> !run.phase().active() && run.target().equals(target()))
                .filter(run -> run.phase() != Phase.NOT_NEEDED);
    }

    private Ref target() {
        return incident.judgement().suspect();
    }

    private static Optional<Held> held(boolean applies, String guard, String reason) {
        return applies ? Optional.of(new Held(guard, reason)) : Optional.empty();
    }

    /** What makes an agent's sign of life too old to be counted on. */
    static boolean alive(AgentSeen seen, Instant now) {
        return !seen.silent(now, Duration.ofSeconds(30)) && !seen.holding();
    }
}
