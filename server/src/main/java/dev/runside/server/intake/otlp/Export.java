package dev.runside.server.intake.otlp;

import dev.runside.core.Ref;
import dev.runside.server.intake.Digest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The points of one request that some indicator wants, or its spans or log records. */
record Export(Ref source, Instant receivedAt, List<Point> points, List<Occurrence> occurrences) {

    int size() {
        return points.size() + occurrences.size();
    }

    /** The same for the same occurrences. */
    UUID batch() {
        var digest = new Digest();
        occurrences.forEach(each -> digest.add(Long.toHexString(each.identity())));
        return digest.uuid();
    }
}
