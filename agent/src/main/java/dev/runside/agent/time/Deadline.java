package dev.runside.agent.time;

import java.time.Duration;

/** A moment on the monotonic clock by which something has to be over. */
public record Deadline(MonotonicClock clock, Duration at) {

    public static Deadline in(Duration timeout, MonotonicClock clock) {
        return new Deadline(clock, clock.now().plus(timeout));
    }

    public static Deadline in(Duration timeout) {
        return in(timeout, MonotonicClock.system());
    }

    public boolean over() {
        return clock.now().compareTo(at) >= 0;
    }

    /** What is left, never negative. */
    public Duration left() {
        Duration left = at.minus(clock.now());
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** The sooner of this deadline and the end of the span given. */
    public Deadline atMost(Duration span) {
        Duration end = clock.now().plus(span);
        return end.compareTo(at) < 0 ? new Deadline(clock, end) : this;
    }
}
