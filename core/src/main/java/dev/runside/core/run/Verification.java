package dev.runside.core.run;

import dev.runside.core.catalog.Runbook;
import dev.runside.core.state.Draft;
import dev.runside.core.state.Effect;
import java.time.Duration;
import java.util.Optional;

/**
 * Done means that the indicator shows it on samples taken after the remedy. Too few of them are
 * inconclusive, never success.
 */
final class Verification {

    private final Draft draft;
    private final Course course;

    Verification(Draft draft, Course course) {
        this.draft = draft;
        this.course = course;
    }

    Optional<Run> measured(Run run, double good, double total) {
        Runbook.Verify verify = run.runbook().verify();
        boolean early =
                draft.now()
                        .isBefore(run.times().remedyEndedAt().orElseThrow().plus(verify.after()));
        if (early || total < verify.atLeast()) {
            return Optional.empty();
        }
        String seen =
                "%s: %.1f %% of %.0f good since the remedy (wanted %.1f %%)"
                        .formatted(
                                verify.indicator(), 100 * good / total, total, 100 * verify.good());
        if (good / total >= verify.good()) {
            draft.tell(run.incident(), "verify", seen);
            return Optional.of(course.ended(run, Phase.VERIFIED, seen));
        }
        draft.put(run.because(seen, Optional.empty()));
        count(run);
        return Optional.empty();
    }

    /** Ends a run that was not verified in its time. */
    Optional<Run> ticked(Run run) {
        Duration within = run.runbook().verify().within();
        if (!draft.now().isAfter(run.times().remedyEndedAt().orElseThrow().plus(within))) {
            return Optional.empty();
        }
        boolean seen = !run.why().isEmpty();
        return Optional.of(
                course.undone(
                        run,
                        seen ? Phase.UNVERIFIED : Phase.INCONCLUSIVE,
                        seen ? run.why() : "too few events after the remedy to judge by"));
    }

    /** What was counted before is gone with the server that counted. */
    void begunAnew(Run run) {
        draft.put(run.at(Phase.VERIFY, 0, draft.now()));
        count(run);
        draft.tell(run.incident(), "run", "the server began anew; verification counts from here");
    }

    private void count(Run run) {
        draft.want(new Effect.Measure(run.id(), run.runbook().verify().indicator(), draft.now()));
    }
}
