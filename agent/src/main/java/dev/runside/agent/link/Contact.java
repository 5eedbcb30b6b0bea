package dev.runside.agent.link;

import dev.runside.agent.time.MonotonicClock;
import java.time.Duration;

/** When the server was last heard; the agent's start counts as the first time. */
public final class Contact {

    private final MonotonicClock clock;
    private volatile Duration heardAt;

    public Contact(MonotonicClock clock) {
        this.clock = clock;
        this.heardAt = clock.now();
    }

    /** The server has answered, whatever it said. */
    public void heard() {
        heardAt = clock.now();
    }

    public Duration silence() {
        return clock.now().minus(heardAt);
    }
}
