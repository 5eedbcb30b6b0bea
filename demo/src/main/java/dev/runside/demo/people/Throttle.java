package dev.runside.demo.people;

import java.time.Duration;

/** Lets one through, then none for a while. */
final class Throttle {

    private final long gapNanos;
    private long nextNanos = System.nanoTime();

    Throttle(Duration gap) {
        this.gapNanos = gap.toNanos();
    }

    synchronized boolean pass() {
        long now = System.nanoTime();
        if (now < nextNanos) {
            return false;
        }
        nextNanos = now + gapNanos;
        return true;
    }
}
