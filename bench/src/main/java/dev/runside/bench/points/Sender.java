package dev.runside.bench.points;

import dev.runside.bench.rig.Connection;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One that sends its parcels in turn, over a connection for each source. */
final class Sender implements AutoCloseable {

    private final Receiver receiver;
    private final int number;
    private final List<? extends Parcel> parcels;
    private final Map<Integer, Connection> connections = new HashMap<>();

    Sender(Receiver receiver, int number, List<? extends Parcel> parcels) {
        this.receiver = receiver;
        this.number = number;
        this.parcels = parcels;
    }

    int number() {
        return number;
    }

    List<? extends Parcel> parcels() {
        return parcels;
    }

    /** How many points or signals were taken. */
    long send(Parcel parcel) throws IOException {
        Connection connection =
                connections.computeIfAbsent(
                        parcel.source(),
                        source ->
                                new Connection(
                                        receiver.port(),
                                        receiver.path(),
                                        receiver.headers(source)));
        int status = connection.post(parcel.next());
        if (status / 100 != 2) {
            throw new IOException(receiver.name() + " answered " + status);
        }
        return parcel.size();
    }

    @Override
    public void close() throws IOException {
        for (Connection connection : connections.values()) {
            connection.close();
        }
    }
}
