package dev.runside.server.web.situation;

import dev.runside.server.problem.ErrorCode;
import dev.runside.server.problem.Problem;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for the engine as long as a person at a page would. */
public final class EngineAnswer {

    private static final long PATIENCE_SECONDS = 5;

    private EngineAnswer() {}

    public static <T> T of(CompletableFuture<T> future) {
        try {
            return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("the engine could not answer", failed.getCause());
        } catch (TimeoutException _) {
            throw Problem.of(
                    ErrorCode.OVERLOADED,
                    "The engine did not answer within %d s.".formatted(PATIENCE_SECONDS));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw Problem.of(ErrorCode.OVERLOADED, "The server is about to stop.");
        }
    }
}
