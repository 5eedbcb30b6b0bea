package dev.runside.server.web.live;

import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/** What happened that one page has not been told yet. Bounded by what the page asked for. */
final class Waiting {

    private final Set<String> wanted;
    private final Set<String> happened = new TreeSet<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean over;

    Waiting(Set<String> wanted) {
        this.wanted = Set.copyOf(wanted);
    }

    /** Returns at once. */
    void happened(Set<String> topics) {
        within(() -> {
            topics.stream().filter(wanted::contains).forEach(happened::add);
            changed.signal();
        });
    }

    void end() {
        within(() -> {
            over = true;
            changed.signal();
        });
    }

    boolean over() {
        lock.lock();
        try {
            return over;
        } finally {
            lock.unlock();
        }
    }

    /**
     * What happened since it was last asked; nothing, when the patience is at its end first.
     *
     * @param calm how long what is not urgent may gather
     */
    Set<String> take(Duration patience, Duration calm) throws InterruptedException {
        lock.lock();
        try {
            await(patience, () -> !happened.isEmpty());
            await(calm, () -> happened.isEmpty() || happened.stream().anyMatch(Topics::urgent));
            Set<String> taken = Set.copyOf(happened);
            happened.clear();
            return taken;
        } finally {
            lock.unlock();
        }
    }

    /** Lets what comes close together become one message. */
    void gather(Duration time) throws InterruptedException {
        lock.lock();
        try {
            await(time, () -> false);
        } finally {
            lock.unlock();
        }
    }

    private void await(Duration time, BooleanSupplier enough) throws InterruptedException {
        long left = time.toNanos();
        while (!enough.getAsBoolean() && !over && left > 0) {
            left = changed.awaitNanos(left);
        }
    }

    private void within(Runnable change) {
        lock.lock();
        try {
            change.run();
        } finally {
            lock.unlock();
        }
    }
}
