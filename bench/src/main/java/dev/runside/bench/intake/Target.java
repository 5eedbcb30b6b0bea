package dev.runside.bench.intake;

import java.io.IOException;
import java.util.List;

/** What takes alerts in at {@code /api/v2/alerts}. */
interface Target extends AutoCloseable {

    String name();

    int port();

    /** Lines that go with every request, each with its line end. */
    String headers();

    /** All that works for it; their children count as well. */
    List<ProcessHandle> processes() throws IOException;

    @Override
    void close() throws IOException, InterruptedException;
}
