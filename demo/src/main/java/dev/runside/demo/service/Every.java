package dev.runside.demo.service;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Work that comes round: one clock thread, each turn on a virtual thread of its own. */
public final class Every {

    private static final ScheduledExecutorService CLOCK =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("clock").factory());

    private Every() {}

    /** Starts a turn each time, whether or not the one before has ended. */
    public static ScheduledFuture<?> start(Duration period, Runnable turn) {
        return CLOCK.scheduleAtFixedRate(
                () -> Thread.ofVirtual().start(turn),
                period.toNanos(),
                period.toNanos(),
                TimeUnit.NANOSECONDS);
    }

    /** Starts a turn when the time has passed since the one before ended. */
    public static Thread startInTurn(Duration pause, Runnable turn) {
        return Thread.ofVirtual()
                .start(() -> {
                    while (!Thread.currentThread().isInterrupted()) {
                        turn.run();
                        Pause.of(pause);
                    }
                });
    }
}
