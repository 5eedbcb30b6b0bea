package dev.runside.agent.step;

import java.time.Duration;

/**
 * For how long a step is this agent's alone.
 *
 * @param askedAt on the agent's monotonic clock, before the request left that brought the step: the
 *     server cannot have begun to count earlier
 */
public record Lease(Duration askedAt, Duration length) {

    /** Whether something begun now that takes this long ends while the lease holds. */
    public boolean covers(Duration timeout, Duration now) {
        return now.plus(timeout).compareTo(askedAt.plus(length)) <= 0;
    }

    /** Whether a step with this timeout could ever be started under such a lease. */
    public boolean couldCover(Duration timeout) {
        return timeout.compareTo(length) <= 0;
    }
}
