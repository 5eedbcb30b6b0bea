package dev.runside.core.signal;

import dev.runside.core.Ref;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/**
 * One occurrence that a source reported.
 *
 * @param id the occurrence: the same one by two ways counts once
 * @param time the source's clock
 * @param receivedAt the server's clock
 * @param subject what it speaks of; absent when the catalog maps it to nothing
 * @param fingerprint equal for the occurrences of one and the same condition
 */
public record Signal(
        String id,
        Ref source,
        Instant time,
        Instant receivedAt,
        String kind,
        Optional<Ref> subject,
        Severity severity,
        String title,
        Map<String, String> attributes,
        String fingerprint) {

    /** How far a source's clock may run ahead of the server's and still be believed. */
    public static final Duration AHEAD = Duration.ofSeconds(60);

    /** How bad the source says it is. */
    public enum Severity {
        INFO,
        WARNING,
        CRITICAL
    }

    public Signal {
        attributes = Map.copyOf(attributes);
    }

    /** The same in times of this unit, as it is kept. */
    public Signal to(ChronoUnit unit) {
        return new Signal(
                id,
                source,
                time.truncatedTo(unit),
                receivedAt.truncatedTo(unit),
                kind,
                subject,
                severity,
                title,
                attributes,
                fingerprint);
    }

    /** An attribute's value, or empty text. */
    public String attribute(String name) {
        return attributes.getOrDefault(name, "");
    }

    /**
     * The time to judge by: a source whose clock runs more than a minute ahead is read at arrival.
     */
    public Instant judgedAt() {
        return time.isAfter(receivedAt.plus(AHEAD)) ? receivedAt : time;
    }
}
