package dev.runside.agent.act;

import static java.lang.System.Logger.Level.WARNING;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Breaks off what is being done soon after a hold begins, until it ends. */
public final class HoldWatch implements Runnable {

    private static final System.Logger LOG = System.getLogger("runside.agent");

    /** A fraction of the two seconds within which acting has to stop. */
    private static final Duration EVERY = Duration.ofMillis(250);

    private final Hold hold;
    private final Supplier<Desk> desk;

    public HoldWatch(Hold hold, Supplier<Desk> desk) {
        this.hold = hold;
        this.desk = desk;
    }

    /** Runs until interrupted. */
    @Override
    public void run() {
        boolean held = false;
        while (!Thread.currentThread().isInterrupted()) {
            boolean now = hold.active();
            if (now != held) {
                LOG.log(WARNING, now ? hold.reason() : "Acting is no longer on hold");
            }
            if (now) {
                desk.get().breakOff();
            }
            held = now;
            LockSupport.parkNanos(EVERY.toNanos());
        }
    }
}
