package dev.runside.server.engine;

import dev.runside.core.signal.Signal;
import java.util.List;

/**
 * The durable log of signals that the engine reads in order: new ones as they are appended, the
 * rest of them after a restart.
 */
public interface SignalLog {

    /**
     * @param sequence rises by commit order, without a gap that is filled later
     */
    record Logged(long sequence, Signal signal) {}

    /** The oldest signals after a sequence number, at most so many. */
    List<Logged> after(long sequence, int most);
}
