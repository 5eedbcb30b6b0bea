package dev.runside.cli.local;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** How a process is brought to its end: asked first, then made. */
public final class Stopping {

    private static final Duration AFTER_KILL = Duration.ofSeconds(5);

    private Stopping() {}

    /** True when it is gone. */
    public static boolean stop(ProcessHandle process, Duration limit) {
        process.destroy();
        if (ends(process, limit)) {
            return true;
        }
        process.destroyForcibly();
        return ends(process, AFTER_KILL);
    }

    static boolean ends(ProcessHandle process, Duration limit) {
        try {
            process.onExit().get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException | ExecutionException _) {
            return !process.isAlive();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return !process.isAlive();
        }
    }
}
