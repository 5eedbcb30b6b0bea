package dev.runside.core.run;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Catalog;
import dev.runside.core.catalog.Ownership;
import dev.runside.core.catalog.Runbook;
import dev.runside.core.charter.Desk;
import dev.runside.core.state.Draft;
import dev.runside.core.state.Effect;
import dev.runside.core.triage.Finding;
import dev.runside.core.triage.Incident;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The machine of runs: begins them, moves them on by what agents report and indicators show, and
 * says when one ended.
 */
public final class Runs {

    /** How long beyond its timeout a step's report may take before its outcome is unknown. */
    private static final Duration GRACE = Duration.ofSeconds(15);

    /** How long a step may wait for an agent to take it. */
    private static final Duration TAKEN_WITHIN = Duration.ofSeconds(45);

    private final Catalog catalog;
    private final Draft draft;
    private final Conditions conditions;
    private final Course course;

    public Runs(Catalog catalog, Draft draft, Conditions conditions) {
        this.catalog = catalog;
        this.draft = draft;
        this.conditions = conditions;
        this.course = new Course(draft, conditions);
    }

    /**
     * Begins the run that fits the incident's suspect; empty when none fits or one is held back,
     * which the timeline says.
     */
    public Optional<Run> begin(Incident incident) {
        Ref suspect = incident.judgement().suspect();
        return open(incident)
                .filter(finding -> finding.subject().equals(suspect))
                .flatMap(finding ->
                        catalog.runbooks().stream()
                                .filter(runbook ->
                                        catalog.productOf(suspect)
                                                .filter(runbook.product()::equals)
                                                .isPresent())
                                .filter(runbook ->
                                        conditions.triggers(
                                                runbook.when(),
                                                Facts.of(incident),
                                                Facts.of(finding)))
                                .map(runbook -> new Fit(runbook, finding)))
                .findFirst()
                .flatMap(fit -> begin(incident, fit));
    }

    private record Fit(Runbook runbook, Finding finding) {}

    private Optional<Run> begin(Incident incident, Fit fit) {
        Optional<Guards.Held> held =
                new Guards(catalog, draft, incident, fit.runbook(), fit.finding()).held();
        if (held.isPresent()) {
            draft.tell(
                    incident.id(),
                    "guard",
                    "runbook "
                            + fit.runbook().name()
                            + " held back ("
                            + held.get().guard()
                            + "): "
                            + held.get().reason());
            draft.audit(
                    actor(),
                    "remediate",
                    incident.judgement().suspect().toString(),
                    "guard " + held.get().guard(),
                    "held back");
            return Optional.empty();
        }
        Ref agent = new AgentChoice(catalog, draft).forRunbook(fit.runbook()).orElseThrow();
        Optional<Ref> owner = new Ownership(catalog).of(fit.runbook().product()).name();
        Desk.Answer answer =
                owner.map(person ->
                                new Desk(catalog)
                                        .ask("remediate", person, incident.judgement().suspect()))
                        .orElseGet(() ->
                                new Desk.Answer.Refused(
                                        "nobody owns " + fit.runbook().product(),
                                        java.util.Set.of()));
        draft.tell(
                incident.id(),
                "charter",
                agent + " may run " + fit.runbook().name() + "? " + answer.sentence());
        draft.audit(
                agent,
                "remediate",
                incident.judgement().suspect().toString(),
                fit.runbook().name(),
                answer.sentence());
        return answer instanceof Desk.Answer.Allowed
                ? Optional.of(start(incident, fit.runbook(), agent))
                : Optional.empty();
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
        return course.advance(run);
    }

    /** The step was handed to the agent: stored before the agent hears of it. */
    public boolean sent(String stepKey) {
        Optional<Run> run = byStepKey(stepKey);
        run.ifPresent(r -> {
            if (r.sent().isEmpty()) {
                draft.tell(
                        r.incident(),
                        "step",
                        r.phase().name().toLowerCase(java.util.Locale.ROOT)
                                + " "
                                + r.step().orElseThrow().id()
                                + ": "
                                + r.step().orElseThrow().action().sentence()
                                + " handed to "
                                + r.agent());
            }
            draft.put(r.sentAt(draft.now()));
        });
        return run.isPresent();
    }

    /** An agent reports a step's outcome; one already known, or of another run, changes nothing. */
    public Optional<Run> reported(StepResult result) {
        return byStepKey(result.key())
                .map(run -> {
                    Run told = run.with(result);
                    draft.tell(run.incident(), "step", sentence(run, result));
                    return switch (result.outcome()) {
                        case DONE ->
                                course.advance(
                                        told.at(told.phase(), told.position() + 1, draft.now()));
                        case FAILED ->
                                told.phase() == Phase.DIAGNOSE && !result.output().isEmpty()
                                        ? course.advance(
                                                told.at(
                                                        Phase.DIAGNOSE,
                                                        told.position() + 1,
                                                        draft.now()))
                                        : course.failed(
                                                told,
                                                "step "
                                                        + result.step()
                                                        + " failed: "
                                                        + result.reason());
                        case REFUSED ->
                                course.failed(
                                        told,
                                        "step "
                                                + result.step()
                                                + " was refused: "
                                                + result.reason());
                        case UNKNOWN ->
                                course.ended(
                                        told,
                                        Phase.UNKNOWN,
                                        "the outcome of step "
                                                + result.step()
                                                + " is unknown: "
                                                + result.reason());
                    };
                });
    }

    private static String sentence(Run run, StepResult result) {
        String output = result.output().isEmpty() ? "" : " " + result.output();
        String reason = result.reason().isEmpty() ? "" : ": " + result.reason();
        return run.phase().name().toLowerCase(java.util.Locale.ROOT)
                + " "
                + result.step()
                + " "
                + result.outcome().name().toLowerCase(java.util.Locale.ROOT)
                + reason
                + output;
    }

    /**
     * What the verifying indicator counted since the remedy ended, or since it was last asked to
     * count anew.
     */
    public Optional<Run> measured(String runId, double good, double total) {
        return draft.find(Run.class, runId)
                .filter(run -> run.phase() == Phase.VERIFY)
                .flatMap(run -> {
                    Runbook.Verify verify = run.runbook().verify();
                    boolean early =
                            draft.now()
                                    .isBefore(
                                            run.remedyEndedAt().orElseThrow().plus(verify.after()));
                    if (early || total < verify.atLeast()) {
                        return Optional.empty();
                    }
                    String seen =
                            "%s: %.1f %% of %.0f good since the remedy (wanted %.1f %%)"
                                    .formatted(
                                            verify.indicator(),
                                            100 * good / total,
                                            total,
                                            100 * verify.good());
                    if (good / total >= verify.good()) {
                        draft.tell(run.incident(), "verify", seen);
                        return Optional.of(course.ended(run, Phase.VERIFIED, seen));
                    }
                    draft.put(run.because(seen, Optional.empty()));
                    draft.want(new Effect.Measure(run.id(), verify.indicator(), draft.now()));
                    return Optional.empty();
                });
    }

    /** Time passes: returns the runs that ended by it. */
    public List<Run> ticked() {
        return draft.all(Run.class)
                .filter(run -> run.phase().active())
                .flatMap(run -> tick(run).stream())
                .toList();
    }

    private Optional<Run> tick(Run run) {
        if (run.phase() == Phase.VERIFY
                && draft.now()
                        .isAfter(
                                run.remedyEndedAt()
                                        .orElseThrow()
                                        .plus(run.runbook().verify().within()))) {
            boolean seen = !run.why().isEmpty();
            return Optional.of(
                    course.undone(
                            run,
                            seen ? Phase.UNVERIFIED : Phase.INCONCLUSIVE,
                            seen ? run.why() : "too few events after the remedy to judge by"));
        }
        if (run.overdue(draft.now(), GRACE)) {
            return Optional.of(
                    course.ended(
                            run,
                            Phase.UNKNOWN,
                            "no report of step "
                                    + run.step().orElseThrow().id()
                                    + " within its time"));
        }
        boolean untaken =
                run.phase().stepping()
                        && run.sent().isEmpty()
                        && draft.now().isAfter(run.waitingSince().plus(TAKEN_WITHIN));
        return untaken
                ? Optional.of(course.failed(run, "no agent took the step"))
                : Optional.empty();
    }

    /**
     * The server began anew: what was not started is diagnosed again, what was handed out is waited
     * for.
     */
    public void restarted() {
        draft.all(Run.class)
                .filter(run -> run.phase().active())
                .forEach(run -> {
                    if (run.phase() == Phase.VERIFY) {
                        draft.put(run.at(Phase.VERIFY, 0, draft.now()));
                        draft.want(
                                new Effect.Measure(
                                        run.id(), run.runbook().verify().indicator(), draft.now()));
                        draft.tell(
                                run.incident(),
                                "run",
                                "the server began anew; verification counts from here");
                    } else if (run.sent().isPresent()) {
                        draft.put(run.sentAt(draft.now()));
                        draft.tell(
                                run.incident(),
                                "run",
                                "the server began anew; the run goes on, its step is with the agent");
                    } else if (run.phase() == Phase.REMEDY && !run.remedyTouched()) {
                        draft.tell(
                                run.incident(),
                                "run",
                                "the server began anew; the remedy had not started and is diagnosed again");
                        course.advance(run.anew(draft.now()));
                    } else {
                        draft.put(run.at(run.phase(), run.position(), draft.now()));
                        draft.tell(run.incident(), "run", "the server began anew; the run goes on");
                    }
                });
    }

    private Optional<Run> byStepKey(String key) {
        return draft.find(Run.class, key.replaceFirst("/.*", ""))
                .filter(run -> run.phase().stepping() && run.stepKey().equals(key));
    }

    private java.util.stream.Stream<Finding> open(Incident incident) {
        return incident.findings().stream()
                .flatMap(key -> draft.find(Finding.class, key).stream())
                .filter(Finding::open)
                .sorted(Comparator.comparing(Finding::detectedAt));
    }

    private static Ref actor() {
        return new Ref("system", "runside");
    }
}
