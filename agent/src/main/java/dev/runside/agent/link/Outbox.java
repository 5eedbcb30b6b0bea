package dev.runside.agent.link;

import static java.lang.System.Logger.Level.WARNING;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * What waits to be taken by the server, in order. Bounded: when it is full the oldest is given up,
 * and that is logged. Nothing leaves it before the server took or rejected it.
 */
final class Outbox<T> implements Runnable {

    private static final System.Logger LOG = System.getLogger("runside.agent");

    private final String name;
    private final int capacity;
    private final int batch;
    private final BiPredicate<T, T> covers;
    private final Carrier<T> carrier;
    private final Deque<T> waiting = new ArrayDeque<>();
    private final Backoff backoff = new Backoff();
    private boolean troubled;

    /**
     * @param covers whether something that waits makes a newcomer superfluous
     */
    Outbox(String name, int capacity, int batch, BiPredicate<T, T> covers, Carrier<T> carrier) {
        this.name = name;
        this.capacity = capacity;
        this.batch = batch;
        this.covers = covers;
        this.carrier = carrier;
    }

    /** Carries a batch; called by one thread. */
    @FunctionalInterface
    interface Carrier<T> {

        Delivery carry(List<T> batch) throws InterruptedException;
    }

    synchronized void add(T item) {
        if (waiting.stream().anyMatch(earlier -> covers.test(earlier, item))) {
            return;
        }
        if (waiting.size() >= capacity) {
            waiting.removeFirst();
            LOG.log(WARNING, "Too many {0} wait for the server: the oldest was given up", name);
        }
        waiting.addLast(item);
        notifyAll();
    }

    synchronized int size() {
        return waiting.size();
    }

    /** Runs until interrupted. */
    @Override
    public void run() {
        try {
            while (true) {
                carry(next());
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void carry(List<T> items) throws InterruptedException {
        switch (carrier.carry(items)) {
            case Delivery.Taken _ -> done(items);
            case Delivery.Rejected(Answer answer) -> {
                LOG.log(WARNING, "The server rejects {0}: {1}", name, answer.problem());
                done(items);
            }
            case Delivery.Later(String reason) -> {
                if (!troubled) {
                    LOG.log(WARNING, "{0} wait for the server: {1}", name, reason);
                }
                troubled = true;
                Thread.sleep(backoff.next());
            }
        }
    }

    private synchronized List<T> next() throws InterruptedException {
        while (waiting.isEmpty()) {
            wait();
        }
        return waiting.stream().limit(batch).toList();
    }

    private synchronized void done(List<T> items) {
        waiting.removeAll(items);
        backoff.reset();
        troubled = false;
    }
}
