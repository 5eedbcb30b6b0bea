package dev.runside.agent.step;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * What came of a step.
 *
 * @param epoch of the server that offered it last
 * @param reason for people; empty when done
 * @param output small facts that a runbook's conditions read
 */
public record Report(
        String key,
        long epoch,
        Outcome outcome,
        String reason,
        Map<String, String> output,
        Instant startedAt,
        Instant endedAt,
        Duration duration) {

    public Report {
        output = Map.copyOf(output);
    }

    /** For a step that was not carried out. */
    public static Report without(Step step, Outcome outcome, String reason, Instant at) {
        return new Report(
                step.key(), step.epoch(), outcome, reason, Map.of(), at, at, Duration.ZERO);
    }

    public Report offeredIn(long laterEpoch) {
        return new Report(key, laterEpoch, outcome, reason, output, startedAt, endedAt, duration);
    }
}
