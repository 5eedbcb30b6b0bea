package dev.runside.bench.points;

import dev.runside.bench.rig.Connection;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One that sends its batches in turn, over a connection for each source. */
final class Sender implements AutoCloseable {

    private final Target target;
    private final int number;
    private final List<Batch> batches;
    private final Map<Integer, Connection> connections = new HashMap<>();

    Sender(Target target, int number, List<Batch> batches) {
        this.target = target;
        this.number = number;
        this.batches = batches;
    }

    int number() {
        return number;
    }

    List<Batch> batches() {
        return batches;
    }

    /** How many points were taken. */
    long send(Batch batch) throws IOException {
        Connection connection =
                connections.computeIfAbsent(
                        batch.source(),
                        source ->
                                new Connection(
                                        target.port(), target.path(), target.headers(source)));
        int status = connection.post(batch.next());
        if (status / 100 != 2) {
            throw new IOException(target.name() + " answered " + status);
        }
        return batch.series();
    }

    @Override
    public void close() throws IOException {
        for (Connection connection : connections.values()) {
            connection.close();
        }
    }
}
