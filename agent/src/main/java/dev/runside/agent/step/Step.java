package dev.runside.agent.step;

import java.time.Duration;

/**
 * One step of a run, as offered by the server.
 *
 * @param key names this step for ever; offered again it has the same key
 * @param digest of the runbook that the run follows
 * @param epoch of the server that offers it
 */
public record Step(
        String key,
        String run,
        String runbook,
        String digest,
        long epoch,
        Lease lease,
        Duration timeout,
        boolean idempotent,
        Action action) {

    public Step {
        if (key.isBlank() || key.length() > 300) {
            throw new IllegalArgumentException("A step's key has 1 to 300 characters");
        }
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("A step's timeout is positive");
        }
    }
}
