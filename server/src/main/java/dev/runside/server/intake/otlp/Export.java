package dev.runside.server.intake.otlp;

import dev.runside.core.Ref;
import dev.runside.server.intake.Digest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The points of one request that some indicator wants, or its spans or log records.
 *
 * @param ahead how much the server's time is ahead of its senders'
 */
record Export(
        Ref source,
        Instant receivedAt,
        Duration ahead,
        List<Point> points,
        List<Occurrence> occurrences) {

    /** When it was received, in the time that its sender should have. */
    Instant machine() {
        return receivedAt.minus(ahead);
    }

    /** The latest time that is told in it. */
    long newestNanos() {
        long newest = Long.MIN_VALUE;
        for (Point point : points) {
            newest = Math.max(newest, point.timeNanos());
        }
        for (Occurrence occurrence : occurrences) {
            newest = Math.max(newest, occurrence.timeNanos());
        }
        return newest;
    }

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
