package dev.runside.bench.points;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What signals cost with so many subjects.
 *
 * @param alerts repeats of known ones
 */
record Cost(int subjects, Middle points, Middle signals, Middle alerts) {

    private static final int POINTS_IN_REQUEST = 2;
    private static final int FIRST_IN_REQUEST = 2_000;
    private static final int SIGNALS_IN_REQUEST = 20;
    private static final int ALERTS_IN_REQUEST = 10;
    private static final Duration BEFORE = Duration.ofHours(1);

    /**
     * A Runside of its own. Before what counts each kind is sent as often, however many subjects
     * there are: the compiler has then seen as much of each.
     *
     * @param warmup requests of each kind
     */
    static Cost measure(Path root, Path folder, int subjects, int warmup, Duration length)
            throws IOException, InterruptedException {
        Estate estate = new Estate(subjects, 1);
        try (OurServer server = OurServer.start(root, folder, estate)) {
            Load.of(server, estate, FIRST_IN_REQUEST).sendAll(2);
            Senders points = Load.of(server, estate, POINTS_IN_REQUEST).senders();
            points.exactly(warmup);
            Senders signals = signals(server, subjects);
            signals.exactly(warmup);
            Senders alerts = alerts(server, subjects);
            alerts.exactly(warmup);
            server.awaitRest();
            return new Cost(
                    subjects,
                    Middle.of(points, length),
                    Middle.of(signals, length),
                    Middle.of(alerts, length));
        }
    }

    private static Senders signals(OurServer server, int subjects) {
        Parcel noted = new Noted(SIGNALS_IN_REQUEST, subjects, new AtomicLong());
        return new Senders(server.at("/api/v1/signals"), Collections.nCopies(Senders.MOST, noted));
    }

    /** They began before their source was connected: known, and nobody's incident. */
    private static Senders alerts(OurServer server, int subjects)
            throws IOException, InterruptedException {
        Instant began = Instant.now().minus(BEFORE);
        List<Parcel> parcels = Repeated.of(subjects, ALERTS_IN_REQUEST, began);
        Receiver receiver = server.at("/api/v2/alerts");
        new Senders(receiver, parcels).sendAll(1);
        // Fewer parcels than senders would be fewer senders.
        int times = Math.ceilDiv(Senders.MOST, parcels.size());
        return new Senders(
                receiver,
                Collections.nCopies(times, parcels).stream().flatMap(List::stream).toList());
    }
}
