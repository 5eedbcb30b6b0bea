package dev.runside.server.watch;

import dev.runside.core.watch.Bucket;
import dev.runside.core.watch.Watch;
import dev.runside.server.watch.BucketStore.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Gives new watches back what is stored of their past: the last hour as it is, what is older in
 * longer stretches, and to what is compared with its own past three days by the minute.
 */
@Component
class Memory {

    private static final Duration AS_STORED = Duration.ofHours(1);
    private static final Duration IN_MINUTES = Duration.ofHours(6);
    private static final Duration PAST = Duration.ofDays(3);
    private static final Instant NO_END = Instant.parse("9999-12-31T00:00:00Z");

    private final BucketStore store;

    Memory(BucketStore store) {
        this.store = store;
    }

    /** Within a transaction. */
    void restore(Map<String, Watch> made, Instant now) {
        Duration reach =
                made.values().stream()
                        .map(Watch::reach)
                        .max(Duration::compareTo)
                        .orElse(Duration.ZERO);
        Instant hour = now.truncatedTo(ChronoUnit.HOURS);
        Instant exact = hour.minus(AS_STORED);
        Instant minutes = hour.minus(IN_MINUTES);
        Instant first = now.minus(reach);
        windows(made, new Span(first, minutes), Duration.ofMinutes(10));
        windows(made, new Span(later(first, minutes), exact), Duration.ofMinutes(2));
        windows(made, new Span(later(first, exact), NO_END), Duration.ofSeconds(Bucket.SECONDS));
        past(made, now);
    }

    private void windows(Map<String, Watch> made, Span span, Duration stretch) {
        if (span.start().isBefore(span.end())) {
            store.read(
                    made.keySet(),
                    span,
                    stretch,
                    (name, bucket) -> find(made, name).ifPresent(watch -> watch.restore(bucket)));
        }
    }

    private void past(Map<String, Watch> made, Instant now) {
        Set<String> comparing =
                made.entrySet().stream()
                        .filter(each -> each.getValue().comparesWithPast())
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet());
        if (!comparing.isEmpty()) {
            store.read(
                    comparing,
                    new Span(now.minus(PAST), now.truncatedTo(ChronoUnit.MINUTES)),
                    Duration.ofMinutes(1),
                    (name, minute) ->
                            find(made, name).ifPresent(watch -> watch.restoreMinute(minute, now)));
        }
    }

    private static Optional<Watch> find(Map<String, Watch> made, String name) {
        return Optional.ofNullable(made.get(name));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
