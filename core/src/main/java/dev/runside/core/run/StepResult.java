package dev.runside.core.run;

import java.time.Instant;
import java.util.Map;

/** What became of one step. */
public record StepResult(
        String key,
        String step,
        Outcome outcome,
        String reason,
        Map<String, String> output,
        Instant reportedAt) {

    /** Nobody knowing is an outcome of its own: it is never taken for success. */
    public enum Outcome {
        DONE,
        FAILED,
        REFUSED,
        UNKNOWN
    }

    public StepResult {
        output = java.util.Collections.unmodifiableMap(new java.util.TreeMap<>(output));
    }
}
