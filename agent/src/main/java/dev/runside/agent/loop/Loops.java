package dev.runside.agent.loop;

import static java.lang.System.Logger.Level.ERROR;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs tasks that go on until they are interrupted. A fault in one is logged and the task begun
 * again: an agent that no longer watches and does not know it would be worse than none.
 */
public final class Loops implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger("runside.agent");
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final List<Thread> threads = new ArrayList<>();

    public Thread start(String name, Runnable task) {
        return keep(Thread.ofVirtual().name(name).start(() -> endure(name, task)));
    }

    /** For a task whose promptness must not hang on other tasks. */
    public void startOnPlatform(String name, Runnable task) {
        keep(Thread.ofPlatform().daemon().name(name).start(() -> endure(name, task)));
    }

    @Override
    public synchronized void close() {
        threads.forEach(Thread::interrupt);
    }

    private synchronized Thread keep(Thread thread) {
        threads.add(thread);
        return thread;
    }

    private static void endure(String name, Runnable task) {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                tryOnce(name, task);
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private static void tryOnce(String name, Runnable task) throws InterruptedException {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.log(ERROR, "A fault of the agent in " + name, e);
            Thread.sleep(PAUSE);
        }
    }
}
