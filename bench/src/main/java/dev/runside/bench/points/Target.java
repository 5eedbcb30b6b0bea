package dev.runside.bench.points;

import java.io.IOException;
import java.util.Set;

/** What takes samples in and says which routes burn their budget. */
interface Target extends Receiver, AutoCloseable {

    Protocol protocol();

    /** The hops of which it says at this moment that one of their routes burns its budget. */
    Set<Integer> burning() throws IOException, InterruptedException;

    /** The sum of all counts that it has taken in. */
    double counted() throws IOException, InterruptedException;

    @Override
    void close() throws IOException, InterruptedException;
}
