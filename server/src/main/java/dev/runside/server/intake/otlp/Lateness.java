package dev.runside.server.intake.otlp;

import dev.runside.core.Ref;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Whether all that a source sends comes late: then its clock runs behind, and what it tells counts
 * in a past that no rule looks at. What is late once, and followed by what is fresh, was only held
 * up on its way. Only the folding thread comes here.
 */
final class Lateness {

    private static final Duration LATE = Duration.ofMinutes(1);
    private static final Duration LASTS = Duration.ofMinutes(3);

    private final Map<Ref, Instant> lateSince = new HashMap<>();

    /** How late, once it has been so for a while. */
    Optional<Duration> of(Export export) {
        Duration late =
                Duration.ofMillis(
                        export.machine().toEpochMilli() - export.newestNanos() / 1_000_000);
        if (late.compareTo(LATE) <= 0) {
            lateSince.remove(export.source());
            return Optional.empty();
        }
        Instant since = lateSince.computeIfAbsent(export.source(), _ -> export.receivedAt());
        return since.plus(LASTS).isAfter(export.receivedAt())
                ? Optional.empty()
                : Optional.of(late);
    }
}
