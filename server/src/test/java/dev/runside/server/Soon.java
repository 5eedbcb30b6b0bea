package dev.runside.server;

import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits for what another thread or process is about to do. */
public final class Soon {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final long BREATH_MILLIS = 20;

    private Soon() {}

    /** The first value that satisfies. */
    public static <T> T get(Supplier<T> value, Predicate<T> satisfies) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        T last = value.get();
        while (!satisfies.test(last)) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("after " + PATIENCE.toSeconds() + " s still: " + last);
            }
            breathe();
            last = value.get();
        }
        return last;
    }

    private static void breathe() {
        try {
            Thread.sleep(BREATH_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
