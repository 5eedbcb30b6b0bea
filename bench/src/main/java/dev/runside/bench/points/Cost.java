package dev.runside.bench.points;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What signals cost with so many subjects.
 *
 * @param alerts repeats of known ones; not measured with very many subjects
 */
record Cost(int subjects, Round points, Round signals, Optional<Round> alerts) {

    private static final int POINTS_IN_REQUEST = 2;
    private static final int IN_REQUEST = 20;
    private static final int ALERTS_IN_REQUEST = 10;
    private static final int MOST_WITH_ALERTS = 1_000;

    /** A Runside of its own; before what counts, each kind has as long to warm up. */
    static Cost measure(Path root, Path folder, int subjects, Duration length)
            throws IOException, InterruptedException {
        Estate estate = new Estate(subjects, 1);
        try (OurServer server = OurServer.start(root, folder, estate)) {
            Load points = Load.of(server, estate, POINTS_IN_REQUEST);
            points.sendAll(2);
            points.full(length);
            Round ofPoints = points.full(length);
            Parcel noted = new Noted(IN_REQUEST, subjects, new AtomicLong());
            Round ofSignals =
                    warmAndMeasure(
                            new Senders(
                                    server.at("/api/v1/signals"),
                                    Collections.nCopies(Senders.MOST, noted)),
                            length);
            Optional<Round> ofAlerts =
                    subjects > MOST_WITH_ALERTS
                            ? Optional.empty()
                            : Optional.of(alerts(server, subjects, length));
            return new Cost(subjects, ofPoints, ofSignals, ofAlerts);
        }
    }

    private static Round alerts(OurServer server, int subjects, Duration length)
            throws IOException, InterruptedException {
        List<Parcel> parcels = Repeated.of(subjects, ALERTS_IN_REQUEST, Instant.now());
        Receiver receiver = server.at("/api/v2/alerts");
        new Senders(receiver, parcels).sendAll(1);
        server.awaitRest();
        // Fewer parcels than senders would be fewer senders.
        int times = Math.ceilDiv(Senders.MOST, parcels.size());
        List<Parcel> all =
                Collections.nCopies(times, parcels).stream().flatMap(List::stream).toList();
        return warmAndMeasure(new Senders(receiver, all), length);
    }

    private static Round warmAndMeasure(Senders senders, Duration length)
            throws IOException, InterruptedException {
        senders.full(length);
        return senders.full(length);
    }
}
