package dev.runside.server.intake.otlp;

import dev.runside.server.intake.Digest;
import io.opentelemetry.proto.resource.v1.Resource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How what happens one by one is counted, as if its sender had done so. For one export.
 *
 * @param <T> a span or a log record
 */
interface Counting<T> {

    /** Indicators may use each of them. */
    Set<String> metrics();

    /** Why it cannot be counted. */
    Optional<String> fault(T thing);

    /** Its own, and those that say what it is. */
    Map<String, String> attributes(T thing);

    long timeNanos(T thing);

    /** Itself; durations in seconds. */
    Counts counts(T thing);

    /** Adds what tells it from all others of its source. */
    Digest identify(Digest digest, Resource resource, T thing);
}
