package dev.runside.agent.link;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** How long to wait before trying again: longer each time, never the same for two agents. */
final class Backoff {

    private static final Duration FIRST = Duration.ofMillis(50);
    private static final Duration LONGEST = Duration.ofSeconds(1);

    private Duration next = FIRST;

    Duration next() {
        Duration wait = next;
        next = next.multipliedBy(2).compareTo(LONGEST) < 0 ? next.multipliedBy(2) : LONGEST;
        return wait.plus(
                wait.multipliedBy(ThreadLocalRandom.current().nextLong(30)).dividedBy(100));
    }

    void reset() {
        next = FIRST;
    }
}
