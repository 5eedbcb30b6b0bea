package dev.runside.agent;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for something that another process or thread brings about. */
public final class Eventually {

    private Eventually() {}

    public static void within(Duration patience, String what, BooleanSupplier holds)
            throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Not within " + patience + ": " + what);
            }
            Thread.sleep(5);
        }
    }

    public static void soon(String what, BooleanSupplier holds) throws InterruptedException {
        within(Duration.ofSeconds(15), what, holds);
    }
}
