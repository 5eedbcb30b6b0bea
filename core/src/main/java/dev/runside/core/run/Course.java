package dev.runside.core.run;

import dev.runside.core.catalog.Runbook;
import dev.runside.core.state.Draft;
import dev.runside.core.state.Effect;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Moves a run along its phases: the next step whose condition holds, verification, undo, the end.
 */
final class Course {

    private final Draft draft;
    private final Conditions conditions;

    Course(Draft draft, Conditions conditions) {
        this.draft = draft;
        this.conditions = conditions;
    }

    /** Moves to the next step whose condition holds, or to what comes after the phase. */
    Run advance(Run run) {
        List<Runbook.Step> steps = run.steps();
        for (int at = run.place().position(); at < steps.size(); at++) {
            Runbook.Step step = steps.get(at);
            if (step.condition().isEmpty()
                    || conditions.holds(step.condition().get(), outputs(run))) {
                return draft.put(run.at(run.phase(), at, draft.now()));
            }
            draft.tell(
                    run.incident(),
                    "step",
                    step.id() + " skipped: " + step.condition().get() + " does not hold");
        }
        return switch (run.phase()) {
            case DIAGNOSE -> advance(run.at(Phase.REMEDY, 0, draft.now()));
            case REMEDY ->
                    run.remedyTouched()
                            ? verifying(run)
                            : ended(run, Phase.NOT_NEEDED, "the diagnosis asked for no remedy");
            case UNDO -> ended(run, run.verdict().orElse(Phase.FAILED), run.why());
            case VERIFY, VERIFIED, NOT_NEEDED, FAILED, UNVERIFIED, INCONCLUSIVE, UNKNOWN ->
                    throw new IllegalStateException("nothing to advance in " + run.phase());
        };
    }

    private Run verifying(Run run) {
        Instant now = draft.now();
        draft.tell(
                run.incident(),
                "verify",
                "remedy ended; watching "
                        + run.runbook().verify().indicator()
                        + " for "
                        + run.runbook().verify().within().toSeconds()
                        + " s");
        draft.want(new Effect.Measure(run.id(), run.runbook().verify().indicator(), now));
        return draft.put(run.at(Phase.VERIFY, 0, now));
    }

    Run failed(Run run, String why) {
        return run.phase() == Phase.REMEDY && run.remedyTouched()
                ? undone(run, Phase.FAILED, why)
                : ended(run, Phase.FAILED, why);
    }

    Run undone(Run run, Phase verdict, String why) {
        if (run.runbook().undo().isEmpty()) {
            return ended(run, verdict, why);
        }
        draft.tell(run.incident(), "run", why + "; undoing");
        draft.want(new Effect.StopMeasuring(run.id()));
        return advance(run.because(why, Optional.of(verdict)).at(Phase.UNDO, 0, draft.now()));
    }

    Run ended(Run run, Phase phase, String why) {
        draft.tell(
                run.incident(),
                "run",
                "runbook "
                        + run.runbook().name()
                        + " ended: "
                        + phase.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ')
                        + " ("
                        + why
                        + ")");
        draft.audit(
                run.agent(), "run", run.target().toString(), run.runbook().name(), phase.name());
        draft.want(new Effect.StopMeasuring(run.id()));
        return draft.put(
                run.because(why, run.verdict()).at(phase, run.place().position(), draft.now()));
    }

    private static Map<String, Map<String, String>> outputs(Run run) {
        Map<String, Map<String, String>> outputs = new HashMap<>();
        java.util.stream.Stream.of(
                        run.runbook().diagnose(), run.runbook().remedy(), run.runbook().undo())
                .flatMap(List::stream)
                .forEach(step -> outputs.put(step.id(), Map.of()));
        run.results().forEach(result -> outputs.put(result.step(), result.output()));
        return outputs;
    }
}
