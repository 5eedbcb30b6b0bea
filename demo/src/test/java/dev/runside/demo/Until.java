package dev.runside.demo;

import java.time.Duration;

/** Asks again and again until a condition holds. */
final class Until {

    private Until() {}

    interface Condition {

        boolean holds() throws Exception;
    }

    static Duration holds(String what, Duration patience, Condition condition) throws Exception {
        long start = System.nanoTime();
        while (!condition.holds()) {
            if (System.nanoTime() - start > patience.toNanos()) {
                throw new AssertionError("not within " + patience.toSeconds() + " s: " + what);
            }
            Thread.sleep(20);
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
