package dev.runside.agent.process;

/** One process, watched closely. Used by one thread at a time. */
public interface Pulse extends AutoCloseable {

    /** Whether the process still lives; a corpse that nobody has fetched does not. */
    boolean beats();

    @Override
    void close();
}
