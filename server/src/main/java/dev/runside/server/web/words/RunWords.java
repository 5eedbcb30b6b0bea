package dev.runside.server.web.words;

import dev.runside.core.run.Phase;
import dev.runside.core.run.Run;
import dev.runside.core.run.StepResult;

/** What a runbook's run is doing. */
public final class RunWords {

    private RunWords() {}

    public static String phase(Phase phase) {
        return switch (phase) {
            case DIAGNOSE -> "diagnosing";
            case REMEDY -> "at the remedy";
            case VERIFY -> "verifying";
            case UNDO -> "undoing";
            case VERIFIED -> "verified healed";
            case NOT_NEEDED -> "no remedy needed";
            case FAILED -> "failed";
            case UNVERIFIED -> "did not heal it";
            case INCONCLUSIVE -> "inconclusive";
            case UNKNOWN -> "outcome unknown";
        };
    }

    /** One sentence: {@code Runbook relay-gone is verifying}. */
    public static String underWay(Run run) {
        return "Runbook "
                + run.runbook().name()
                + " is "
                + phase(run.phase())
                + run.step().map(step -> ": " + step.action().sentence()).orElse("");
    }

    public static boolean good(Phase phase) {
        return phase == Phase.VERIFIED || phase == Phase.NOT_NEEDED;
    }

    public static String outcome(StepResult.Outcome outcome) {
        return switch (outcome) {
            case DONE -> "done";
            case FAILED -> "failed";
            case REFUSED -> "refused by the agent";
            case UNKNOWN -> "outcome unknown";
        };
    }
}
