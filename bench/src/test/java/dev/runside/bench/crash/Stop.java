package dev.runside.bench.crash;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A place where something real is held up until the test lets it go on, or turns it away. */
final class Stop {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String what;
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CompletableFuture<Boolean> goesOn = new CompletableFuture<>();

    Stop(String what) {
        this.what = what;
    }

    /** Returns when something has come here and waits. */
    void awaitReached() throws InterruptedException {
        if (!reached.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new AssertionError("never reached: " + what);
        }
    }

    void letGo() {
        goesOn.complete(true);
    }

    void turnAway() {
        goesOn.complete(false);
    }

    /** For whatever comes here: true when it may go on. Who comes after the decision may. */
    boolean pass() throws InterruptedException {
        if (goesOn.isDone()) {
            return true;
        }
        reached.countDown();
        try {
            return goesOn.get(3 * PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException _) {
            return false;
        }
    }
}
