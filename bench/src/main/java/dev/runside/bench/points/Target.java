package dev.runside.bench.points;

import java.io.IOException;
import java.util.List;
import java.util.Set;

/** What takes samples in and says which routes burn their budget. */
interface Target extends AutoCloseable {

    String name();

    Protocol protocol();

    int port();

    String path();

    /** Lines that go with every request of a source, each with its line end. */
    String headers(int source);

    /** All that works for it; their children count as well. */
    List<ProcessHandle> processes() throws IOException;

    /** The hops of which it says at this moment that one of their routes burns its budget. */
    Set<Integer> burning() throws IOException, InterruptedException;

    /** The sum of all counts that it has taken in. */
    double counted() throws IOException, InterruptedException;

    @Override
    void close() throws IOException, InterruptedException;
}
