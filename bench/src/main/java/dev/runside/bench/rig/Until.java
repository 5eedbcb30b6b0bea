package dev.runside.bench.rig;

import java.time.Duration;
import java.util.Optional;

/** Asks again and again, until there is an answer or the patience is over. */
public final class Until {

    private static final long PAUSE_MILLIS = 25;

    private Until() {}

    /** A question that may go wrong while what it asks about is starting or dying. */
    @FunctionalInterface
    public interface Question<T> {
        Optional<T> ask() throws Exception;
    }

    @FunctionalInterface
    public interface Condition {
        boolean holds() throws Exception;
    }

    public static void holds(String what, Duration patience, Condition condition)
            throws InterruptedException {
        find(what, patience, () -> condition.holds() ? Optional.of(true) : Optional.empty());
    }

    /**
     * @throws AssertionError where there is none in time; it carries what went wrong last
     */
    public static <T> T find(String what, Duration patience, Question<T> question)
            throws InterruptedException {
        long start = System.nanoTime();
        Optional<Exception> trouble = Optional.empty();
        do {
            try {
                Optional<T> answer = question.ask();
                if (answer.isPresent()) {
                    return answer.get();
                }
                trouble = Optional.empty();
            } catch (InterruptedException e) {
                throw e;
            } catch (Exception e) {
                trouble = Optional.of(e);
            }
            Thread.sleep(PAUSE_MILLIS);
        } while (System.nanoTime() - start < patience.toNanos());
        throw new AssertionError(
                "not within " + patience.toSeconds() + " s: " + what, trouble.orElse(null));
    }
}
