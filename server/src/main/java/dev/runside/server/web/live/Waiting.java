package dev.runside.server.web.live;

import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

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
        lock.lock();
        try {
            for (String topic : topics) {
                if (wanted.contains(topic)) {
                    happened.add(topic);
                }
            }
            if (!happened.isEmpty()) {
                changed.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    void end() {
        lock.lock();
        try {
            over = true;
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    boolean over() {
        lock.lock();
        try {
            return over;
        } finally {
            lock.unlock();
        }
    }

    /** What happened since it was last asked; nothing, when the patience is at its end first. */
    Set<String> take(Duration patience) throws InterruptedException {
        lock.lock();
        try {
            long left = patience.toNanos();
            while (happened.isEmpty() && !over && left > 0) {
                left = changed.awaitNanos(left);
            }
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
            long left = time.toNanos();
            while (!over && left > 0) {
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }
}
