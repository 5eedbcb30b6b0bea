package dev.runside.agent.time;

import java.time.Duration;

/** Time since an arbitrary origin; never goes back, and no one can set it. */
@FunctionalInterface
public interface MonotonicClock {

    Duration now();

    static MonotonicClock system() {
        return () -> Duration.ofNanos(System.nanoTime());
    }
}
