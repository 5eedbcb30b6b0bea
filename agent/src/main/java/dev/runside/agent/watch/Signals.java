package dev.runside.agent.watch;

/** Where signals go. Never blocks. */
@FunctionalInterface
public interface Signals {

    void send(Signal signal);
}
