package dev.runside.server.engine;

import dev.runside.core.estate.Input;
import dev.runside.core.state.Decision;
import dev.runside.core.state.Draft;
import dev.runside.server.problem.ErrorCode;
import dev.runside.server.problem.Problem;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/**
 * What people ask of the estate, with the answer awaited: once this returns the act is committed. A
 * refusal comes as a problem.
 */
@Component
public class Acts {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Engine engine;

    Acts(Engine engine) {
        this.engine = engine;
    }

    public Decision perform(Input act) {
        return allowed(await(engine.submit(act)));
    }

    /** Absent when the condition does not hold at the moment of the act: then it is not done. */
    public Optional<Decision> performIf(Predicate<Draft> condition, Input act) {
        return await(engine.submitIf(condition, act)).map(Acts::allowed);
    }

    /** The answer from the state as it is after all that was asked before. */
    public <T> T ask(Function<Draft, T> question) {
        return await(engine.ask(question));
    }

    private static Decision allowed(Decision decision) {
        decision.refusal()
                .ifPresent(refusal -> {
                    throw Problem.of(code(refusal.reason()), refusal.detail())
                            .withFix(refusal.fix());
                });
        return decision;
    }

    private static ErrorCode code(Decision.Reason reason) {
        return switch (reason) {
            case NOT_FOUND -> ErrorCode.NOT_FOUND;
            case NOT_ALLOWED -> ErrorCode.NOT_ALLOWED;
            case CONFLICT -> ErrorCode.CONFLICT;
        };
    }

    private static <T> T await(CompletableFuture<T> answer) {
        try {
            return answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw Problem.of(
                    ErrorCode.OVERLOADED,
                    "The act was not decided within "
                            + PATIENCE.toSeconds()
                            + " s; it may still be.");
        } catch (ExecutionException failed) {
            throw cause(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw Problem.of(ErrorCode.OVERLOADED, "The server is stopping.");
        }
    }

    private static RuntimeException cause(ExecutionException failed) {
        return failed.getCause() instanceof RuntimeException cause
                ? cause
                : new IllegalStateException(failed.getCause());
    }
}
