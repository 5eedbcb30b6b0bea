package dev.runside.core.run;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Runbook;
import dev.runside.core.state.Entry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One run of a runbook, as it was when the run began.
 *
 * @param verdict what the run ends as once its undo is through
 */
public record Run(
        String id,
        String incident,
        Runbook runbook,
        Ref target,
        Ref agent,
        Place place,
        List<StepResult> results,
        Times times,
        Optional<Phase> verdict,
        String why)
        implements Entry {

    /**
     * Where it stands.
     *
     * @param position the step within the phase
     * @param attempt rises when the run is diagnosed anew
     * @param sent when the step under way was handed to the agent; absent while it waits
     */
    public record Place(
            Phase phase, int position, int attempt, Instant waitingSince, Optional<Instant> sent) {}

    /** When it began and ended, and its remedy within. */
    public record Times(
            Instant startedAt,
            Optional<Instant> remedyStartedAt,
            Optional<Instant> remedyEndedAt,
            Optional<Instant> endedAt) {

        private Times entering(Phase phase, Instant now) {
            return new Times(
                    startedAt,
                    phase == Phase.REMEDY
                            ? remedyStartedAt.or(() -> Optional.of(now))
                            : remedyStartedAt,
                    phase == Phase.VERIFY ? Optional.of(now) : remedyEndedAt,
                    phase.active() ? Optional.empty() : Optional.of(now));
        }
    }

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
                new Place(Phase.DIAGNOSE, 0, 1, now, Optional.empty()),
                List.of(),
                begun(now),
                Optional.empty(),
                "");
    }

    @Override
    public String key() {
        return id;
    }

    public Phase phase() {
        return place.phase();
    }

    /** The steps of the phase it is in. */
    List<Runbook.Step> steps() {
        return switch (phase()) {
            case DIAGNOSE -> runbook.diagnose();
            case REMEDY -> runbook.remedy();
            case UNDO -> runbook.undo();
            case VERIFY, VERIFIED, NOT_NEEDED, FAILED, UNVERIFIED, INCONCLUSIVE, UNKNOWN ->
                    List.of();
        };
    }

    /** The step under way. */
    public Optional<Runbook.Step> step() {
        return place.position() < steps().size()
                ? Optional.of(steps().get(place.position()))
                : Optional.empty();
    }

    /** The idempotency key of the step under way: the same for every time it is offered. */
    public String stepKey() {
        return id
                + "/"
                + phase().name().toLowerCase(java.util.Locale.ROOT)
                + "/"
                + step().map(Runbook.Step::id).orElse("-")
                + "/"
                + place.attempt();
    }

    Run at(Phase next, int position, Instant now) {
        if (next != phase() && !phase().mayBecome(next)) {
            throw new IllegalStateException("a run in " + phase() + " can't become " + next);
        }
        return at(
                new Place(next, position, place.attempt(), now, Optional.empty()),
                times.entering(next, now));
    }

    Run sentAt(Instant now) {
        return at(
                new Place(
                        phase(),
                        place.position(),
                        place.attempt(),
                        place.waitingSince(),
                        Optional.of(now)),
                times);
    }

    Run anew(Instant now) {
        return at(
                new Place(Phase.DIAGNOSE, 0, place.attempt() + 1, now, Optional.empty()),
                begun(times.startedAt()));
    }

    Run with(StepResult result) {
        List<StepResult> more = Stream.concat(results.stream(), Stream.of(result)).toList();
        return new Run(id, incident, runbook, target, agent, place, more, times, verdict, why);
    }

    Run because(String reason, Optional<Phase> endsAs) {
        return new Run(id, incident, runbook, target, agent, place, results, times, endsAs, reason);
    }

    private Run at(Place next, Times nextTimes) {
        return new Run(
                id, incident, runbook, target, agent, next, results, nextTimes, verdict, why);
    }

    private static Times begun(Instant now) {
        return new Times(now, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * True once a step of the remedy has been handed out: from then on something may have been
     * done.
     */
    boolean remedyTouched() {
        return results.stream().anyMatch(result -> result.key().startsWith(id + "/remedy/"))
                || phase() == Phase.REMEDY && place.sent().isPresent();
    }
}
