package dev.runside.server.intake.commit;

import dev.runside.server.problem.ErrorCode;
import dev.runside.server.problem.Problem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One thread that drains what waits, commits it as one, answers each, and repeats: under load the
 * batches grow by themselves, without it nobody waits for company.
 *
 * @param <T> a piece of work; it is committed whole or not at all
 * @param <R> its answer
 */
public final class GroupCommit<T, R> implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(GroupCommit.class);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final long IDLE_MILLIS = 200;

    private final BlockingQueue<Waiting<T, R>> queue = new LinkedBlockingQueue<>();
    private final Bounds bounds;
    private final Semaphore room;
    private final Commit<T, R> commit;
    private final Thread thread;
    private volatile boolean open = true;

    /**
     * @param inQueue how much weight may wait, the commit under way included
     * @param inCommit how much weight one commit takes; a heavier piece goes alone
     */
    public record Bounds(int inQueue, int inCommit) {}

    /** Commits all of it, or throws and has committed nothing. One answer for each piece. */
    public interface Commit<T, R> {
        List<R> commit(List<T> work);
    }

    private record Waiting<T, R>(T work, int weight, CompletableFuture<R> answer) {}

    private GroupCommit(String name, Bounds bounds, Commit<T, R> commit) {
        this.bounds = bounds;
        this.room = new Semaphore(bounds.inQueue());
        this.commit = commit;
        // A platform thread: it computes as much as it waits, and all callers hang on it.
        this.thread = Thread.ofPlatform().daemon().name(name).unstarted(this::work);
    }

    public static <T, R> GroupCommit<T, R> start(String name, Bounds bounds, Commit<T, R> commit) {
        var group = new GroupCommit<>(name, bounds, commit);
        group.thread.start();
        return group;
    }

    /** Waits until the work is committed. */
    public R submit(T work, int weight) {
        int taken = Math.clamp(weight, 1, bounds.inQueue());
        if (!open) {
            throw Problem.of(ErrorCode.OVERLOADED, "The server is stopping.");
        }
        if (!room.tryAcquire(taken)) {
            throw Problem.of(
                    ErrorCode.INTAKE_FULL, bounds.inQueue() + " items wait already to be stored.");
        }
        var waiting = new Waiting<T, R>(work, taken, new CompletableFuture<>());
        queue.add(waiting);
        return await(waiting.answer());
    }

    /** The weight of what waits, the commit under way included. */
    public int depth() {
        return bounds.inQueue() - room.availablePermits();
    }

    /** Commits what waits already, then ends. */
    @Override
    public void close() {
        open = false;
        try {
            thread.join(PATIENCE);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        queue.forEach(waiting -> fail(waiting, stopping()));
    }

    private static Problem stopping() {
        return Problem.of(ErrorCode.OVERLOADED, "The server is stopping.");
    }

    private R await(CompletableFuture<R> answer) {
        try {
            return answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException(e.getCause());
        } catch (TimeoutException _) {
            throw Problem.of(
                    ErrorCode.OVERLOADED,
                    "Not stored within " + PATIENCE.toSeconds() + " s; it may be stored yet.");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw stopping();
        }
    }

    private void work() {
        List<Waiting<T, R>> batch = drain();
        while (open || !batch.isEmpty()) {
            if (!batch.isEmpty()) {
                answer(batch);
            }
            batch = drain();
        }
    }

    private List<Waiting<T, R>> drain() {
        List<Waiting<T, R>> batch = new ArrayList<>();
        int weight = 0;
        Waiting<T, R> next = poll();
        while (next != null) {
            batch.add(next);
            weight += next.weight();
            Waiting<T, R> following = queue.peek();
            boolean fits = following != null && weight + following.weight() <= bounds.inCommit();
            next = fits ? queue.poll() : null;
        }
        return batch;
    }

    private @Nullable Waiting<T, R> poll() {
        try {
            return queue.poll(IDLE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            return null;
        }
    }

    private void answer(List<Waiting<T, R>> batch) {
        try {
            List<R> answers = commit.commit(batch.stream().map(Waiting::work).toList());
            for (int at = 0; at < batch.size(); at++) {
                complete(batch.get(at), answers.get(at));
            }
        } catch (RuntimeException e) {
            refuse(batch, e);
        }
    }

    /** One piece that cannot be stored must not take the others with it. */
    private void refuse(List<Waiting<T, R>> batch, RuntimeException why) {
        if (batch.size() == 1 || Failure.concernsAll(why)) {
            log.warn("{} pieces of intake were not stored: {}", batch.size(), why.toString());
            batch.forEach(waiting -> fail(waiting, Failure.told(why)));
        } else {
            batch.forEach(waiting -> answer(List.of(waiting)));
        }
    }

    private void complete(Waiting<T, R> waiting, R answer) {
        room.release(waiting.weight());
        waiting.answer().complete(answer);
    }

    private void fail(Waiting<T, R> waiting, RuntimeException why) {
        room.release(waiting.weight());
        waiting.answer().completeExceptionally(why);
    }
}
