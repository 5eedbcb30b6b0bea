package dev.runside.bench.points;

import java.io.IOException;
import java.util.List;

/** What takes parcels in, over HTTP. */
interface Receiver {

    String name();

    int port();

    String path();

    /** Lines that go with every request of a source, each with its line end. */
    String headers(int source);

    /** All that works for it; their children count as well. */
    List<ProcessHandle> processes() throws IOException;
}
