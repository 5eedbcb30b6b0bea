package dev.runside.agent.process;

import dev.runside.agent.time.Deadline;
import java.time.Duration;

/** Looks often at first, when an answer is near, and less often later. */
final class Pace {

    private static final Duration SLOWEST = Duration.ofMillis(50);

    private Duration rest = Duration.ofMillis(2);

    /** There is no event to wait for: a process that is not our child does not tell of its end. */
    void rest(Deadline deadline) throws InterruptedException {
        Thread.sleep(deadline.atMost(rest).left());
        if (rest.compareTo(SLOWEST) < 0) {
            rest = rest.plusMillis(2);
        }
    }
}
