package dev.runside.core.catalog;

import dev.runside.core.Ref;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A known failure and what heals it. Matched to the suspect hop, never to a symptom alone.
 *
 * @param when CEL over {@code incident} and {@code finding}
 * @param digest SHA-256 of the definition's text; a run keeps the one it began with
 */
public record Runbook(
        String name,
        Ref product,
        Ref keeper,
        Stage stage,
        String when,
        List<Step> diagnose,
        List<Step> remedy,
        Verify verify,
        List<Step> undo,
        Limits limits,
        Duration pageBy,
        String notes,
        String digest) {

    public Runbook {
        diagnose = List.copyOf(diagnose);
        remedy = List.copyOf(remedy);
        undo = List.copyOf(undo);
    }

    /** How far it is trusted: says what it would do, asks, or acts alone. */
    public enum Stage {
        OBSERVE,
        APPROVE,
        ACT
    }

    /**
     * @param condition CEL over the outputs of earlier steps; without one the step always runs
     * @param idempotent true when running it twice does no harm
     */
    public record Step(
            String id,
            Optional<String> condition,
            Action action,
            Duration timeout,
            boolean idempotent) {}

    /**
     * Judged on samples taken after the remedy ended: fewer than {@code atLeast} is inconclusive,
     * never success.
     */
    public record Verify(
            String indicator, double good, int atLeast, Duration after, Duration within) {}

    /**
     * @param flapCount healed so often within {@code flapWithin} is not healed
     */
    public record Limits(
            int perHour, Duration cooldown, int flapCount, Duration flapWithin, Blast blast) {}

    /** How far the blast radius may reach for this runbook to act. */
    public enum Blast {
        PRODUCT,
        ESTATE
    }
}
