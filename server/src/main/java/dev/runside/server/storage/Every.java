package dev.runside.server.storage;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Something done again and again on a thread of its own; one failure does not end it. */
public final class Every implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Every.class);
    private static final long END_MILLIS = 1_000;

    private final ScheduledExecutorService executor;

    private Every(ScheduledExecutorService executor) {
        this.executor = executor;
    }

    public static Every start(String name, Duration period, Runnable work) {
        var executor =
                Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name(name).factory());
        executor.scheduleWithFixedDelay(
                () -> quietly(name, work),
                period.toMillis(),
                period.toMillis(),
                TimeUnit.MILLISECONDS);
        return new Every(executor);
    }

    @Override
    public void close() {
        executor.shutdownNow();
        try {
            if (!executor.awaitTermination(END_MILLIS, TimeUnit.MILLISECONDS)) {
                log.debug("Still at work while closing");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static void quietly(String name, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            log.warn("{} failed and will be tried again: {}", name, e.getMessage());
        }
    }
}
