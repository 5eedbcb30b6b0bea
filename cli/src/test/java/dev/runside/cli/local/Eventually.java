package dev.runside.cli.local;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Looks again until something is there, for what happens in another process. */
public final class Eventually {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    private Eventually() {}

    public static <T> T find(String what, Callable<Optional<T>> look) throws Exception {
        Instant deadline = Instant.now().plus(LIMIT);
        while (Instant.now().isBefore(deadline)) {
            Optional<T> found = look.call();
            if (found.isPresent()) {
                return found.get();
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
        throw new AssertionError("Not within " + LIMIT.toSeconds() + " s: " + what);
    }
}
