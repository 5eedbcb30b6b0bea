package dev.runside.core.run;

import dev.runside.core.catalog.Catalog;
import dev.runside.core.state.Draft;
import dev.runside.core.triage.Incident;
import java.time.Duration;
import java.time.Instant;
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
    private final Verification verification;

    public Runs(Catalog catalog, Draft draft, Conditions conditions) {
        this.catalog = catalog;
        this.draft = draft;
        this.conditions = conditions;
        this.course = new Course(draft, conditions);
        this.verification = new Verification(draft, course);
    }

    /**
     * Begins the run that fits the incident's suspect; empty when none fits or one is held back,
     * which the timeline says.
     */
    public Optional<Run> begin(Incident incident) {
        return new Beginning(catalog, draft, conditions).run(incident).map(course::advance);
    }

    /** As {@link #begin}, when nothing stands against it any more; else nothing is told. */
    public Optional<Run> beginIfFree(Incident incident) {
        return new Beginning(catalog, draft, conditions).runIfFree(incident).map(course::advance);
    }

    /** The step was handed to the agent: stored before the agent hears of it. */
    public boolean sent(String stepKey) {
        Optional<Run> run = byStepKey(stepKey);
        run.ifPresent(r -> {
            if (r.place().sent().isEmpty()) {
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
                                        told.at(
                                                told.phase(),
                                                told.place().position() + 1,
                                                draft.now()));
                        case FAILED ->
                                told.phase() == Phase.DIAGNOSE && !result.output().isEmpty()
                                        ? course.advance(
                                                told.at(
                                                        Phase.DIAGNOSE,
                                                        told.place().position() + 1,
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

    /** Whether the report of what was handed out ought to be here. */
    static boolean overdue(Optional<Instant> sent, Duration timeout, Instant now) {
        return sent.filter(at -> now.isAfter(at.plus(timeout).plus(GRACE))).isPresent();
    }

    /** Whether an agent ought to have taken it. */
    static boolean untaken(Instant waitingSince, Instant now) {
        return now.isAfter(waitingSince.plus(TAKEN_WITHIN));
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
                .flatMap(run -> verification.measured(run, good, total));
    }

    /** Time passes: returns the runs that ended by it. */
    public List<Run> ticked() {
        return draft.all(Run.class)
                .filter(run -> run.phase().active())
                .flatMap(run -> tick(run).stream())
                .toList();
    }

    private Optional<Run> tick(Run run) {
        if (run.phase() == Phase.VERIFY) {
            return verification.ticked(run);
        }
        boolean overdue =
                run.step()
                        .filter(step -> overdue(run.place().sent(), step.timeout(), draft.now()))
                        .isPresent();
        if (overdue) {
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
                        && run.place().sent().isEmpty()
                        && untaken(run.place().waitingSince(), draft.now());
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
                        verification.begunAnew(run);
                    } else if (run.place().sent().isPresent()) {
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
                        draft.put(run.at(run.phase(), run.place().position(), draft.now()));
                        draft.tell(run.incident(), "run", "the server began anew; the run goes on");
                    }
                });
    }

    private Optional<Run> byStepKey(String key) {
        return draft.find(Run.class, key.replaceFirst("/.*", ""))
                .filter(run -> run.phase().stepping() && run.stepKey().equals(key));
    }
}
