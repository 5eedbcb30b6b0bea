package dev.runside.demo.drill;

import dev.runside.demo.service.Pause;
import java.io.IOException;
import java.time.Duration;

/** Waits for what must happen, never past the end of the drill. */
final class Patience {

    private static final Duration PACE = Duration.ofMillis(400);

    private final long end;

    Patience(Duration whole) {
        this.end = System.nanoTime() + whole.toNanos();
    }

    /** True as soon as it holds, false when it has not in time. */
    boolean until(Duration limit, Condition condition) throws IOException, InterruptedException {
        long deadline = Math.min(end, System.nanoTime() + limit.toNanos());
        while (!condition.holds()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            Pause.of(PACE);
        }
        return true;
    }

    /** Lets time pass, as far as there is any; false where there was less. */
    boolean pass(Duration time) {
        long left = end - System.nanoTime();
        Pause.of(Duration.ofNanos(Math.clamp(left, 0, time.toNanos())));
        return left >= time.toNanos();
    }

    @FunctionalInterface
    interface Condition {

        boolean holds() throws IOException, InterruptedException;
    }
}
