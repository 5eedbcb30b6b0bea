package dev.runside.agent.act;

import dev.runside.agent.step.Step;

/** One step that was taken. Its action can be broken off from another thread, and only that. */
final class Work {

    private final Step step;
    private volatile long epoch;
    private Thread actor = Thread.currentThread();
    private boolean acting;

    Work(Step step) {
        this.step = step;
        this.epoch = step.epoch();
    }

    Step step() {
        return step;
    }

    long epoch() {
        return epoch;
    }

    /** The same step, offered again by a later server. */
    void offeredIn(long laterEpoch) {
        epoch = Math.max(epoch, laterEpoch);
    }

    synchronized void beginActing() {
        actor = Thread.currentThread();
        acting = true;
    }

    /** From here on writing down what happened is not disturbed. */
    synchronized void endActing() {
        acting = false;
        Thread.interrupted();
    }

    synchronized void breakOff() {
        if (acting) {
            actor.interrupt();
        }
    }
}
