package dev.runside.server.engine;

import dev.runside.core.estate.Input;
import dev.runside.core.state.Decision;
import dev.runside.core.state.Draft;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Predicate;

/** The way into the estate's mailbox. Everything given to it is decided in order, by one thread. */
public interface Engine {

    /** The decision, once committed. Fails when it was not: then nothing of it happened. */
    CompletableFuture<Decision> submit(Input input);

    /**
     * As {@link #submit}, when the condition holds at that moment; else absent, and nothing is
     * decided.
     */
    CompletableFuture<Optional<Decision>> submitIf(Predicate<Draft> condition, Input input);

    /** The machine threw on the input: it was set aside and is not to be given again. */
    final class SetAside extends RuntimeException {
        SetAside(Throwable cause) {
            super(cause);
        }
    }

    /** An answer from the state as it is after all that was submitted before. */
    <T> CompletableFuture<T> ask(Function<Draft, T> question);
}
