package dev.runside.core.run;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Runbook;
import dev.runside.core.state.Entry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One run of a runbook, as it was when the run began.
 *
 * @param position the step within the phase
 * @param attempt rises when the run is diagnosed anew
 * @param sent when the step under way was handed to the agent; absent while it waits
 * @param verdict what the run ends as once its undo is through
 */
public record Run(
        String id,
        String incident,
        Runbook runbook,
        Ref target,
        Ref agent,
        Phase phase,
        int position,
        int attempt,
        Instant waitingSince,
        Optional<Instant> sent,
        List<StepResult> results,
        Instant startedAt,
        Optional<Instant> remedyStartedAt,
        Optional<Instant> remedyEndedAt,
        Optional<Instant> endedAt,
        Optional<Phase> verdict,
        String why)
        implements Entry {

    public Run {
        results = List.copyOf(results);
    }

    static Run begin(
            String id, String incident, Runbook runbook, Ref target, Ref agent, Instant now) {
        return new Run(
                id,
                incident,
                runbook,
                target,
                agent,
                Phase.DIAGNOSE,
                0,
                1,
                now,
                Optional.empty(),
                List.of(),
                now,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "");
    }

    @Override
    public String key() {
        return id;
    }

    /** The steps of the phase it is in. */
    List<Runbook.Step> steps() {
        return switch (phase) {
            case DIAGNOSE -> runbook.diagnose();
            case REMEDY -> runbook.remedy();
            case UNDO -> runbook.undo();
            case VERIFY, VERIFIED, NOT_NEEDED, FAILED, UNVERIFIED, INCONCLUSIVE, UNKNOWN ->
                    List.of();
        };
    }

    /** The step under way. */
    public Optional<Runbook.Step> step() {
        return position < steps().size() ? Optional.of(steps().get(position)) : Optional.empty();
    }

    /** The idempotency key of the step under way: the same for every time it is offered. */
    public String stepKey() {
        return id
                + "/"
                + phase.name().toLowerCase(java.util.Locale.ROOT)
                + "/"
                + step().map(Runbook.Step::id).orElse("-")
                + "/"
                + attempt;
    }

    Run at(Phase next, int nextPosition, Instant now) {
        if (next != phase && !phase.mayBecome(next)) {
            throw new IllegalStateException("a run in " + phase + " can't become " + next);
        }
        Optional<Instant> remedyStart =
                next == Phase.REMEDY ? remedyStartedAt.or(() -> Optional.of(now)) : remedyStartedAt;
        Optional<Instant> remedyEnd = next == Phase.VERIFY ? Optional.of(now) : remedyEndedAt;
        Optional<Instant> end = next.active() ? Optional.empty() : Optional.of(now);
        return new Run(
                id,
                incident,
                runbook,
                target,
                agent,
                next,
                nextPosition,
                attempt,
                now,
                Optional.empty(),
                results,
                startedAt,
                remedyStart,
                remedyEnd,
                end,
                verdict,
                why);
    }

    Run sentAt(Instant now) {
        return new Run(
                id,
                incident,
                runbook,
                target,
                agent,
                phase,
                position,
                attempt,
                waitingSince,
                Optional.of(now),
                results,
                startedAt,
                remedyStartedAt,
                remedyEndedAt,
                endedAt,
                verdict,
                why);
    }

    Run with(StepResult result) {
        return new Run(
                id,
                incident,
                runbook,
                target,
                agent,
                phase,
                position,
                attempt,
                waitingSince,
                sent,
                Stream.concat(results.stream(), Stream.of(result)).toList(),
                startedAt,
                remedyStartedAt,
                remedyEndedAt,
                endedAt,
                verdict,
                why);
    }

    Run because(String reason, Optional<Phase> endsAs) {
        return new Run(
                id,
                incident,
                runbook,
                target,
                agent,
                phase,
                position,
                attempt,
                waitingSince,
                sent,
                results,
                startedAt,
                remedyStartedAt,
                remedyEndedAt,
                endedAt,
                endsAs,
                reason);
    }

    Run anew(Instant now) {
        return new Run(
                id,
                incident,
                runbook,
                target,
                agent,
                Phase.DIAGNOSE,
                0,
                attempt + 1,
                now,
                Optional.empty(),
                results,
                startedAt,
                Optional.empty(),
                Optional.empty(),
                endedAt,
                verdict,
                why);
    }

    /**
     * True once a step of the remedy has been handed out: from then on something may have been
     * done.
     */
    boolean remedyTouched() {
        return results.stream().anyMatch(result -> result.key().startsWith(id + "/remedy/"))
                || phase == Phase.REMEDY && sent.isPresent();
    }

    boolean overdue(Instant now, Duration grace) {
        return sent.isPresent()
                && step().map(s -> now.isAfter(sent.get().plus(s.timeout()).plus(grace)))
                        .orElse(false);
    }
}
