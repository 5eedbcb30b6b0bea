package dev.runside.agent.watch;

import dev.runside.agent.config.Service;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Counts what probes came to since it was last taken. Safe for several threads. */
final class ProbeTally {

    private Map<Key, Long> counts = new HashMap<>();
    private Instant from = Instant.now();

    synchronized void count(Service service, boolean good) {
        counts.merge(new Key(service.name(), service.hop(), good), 1L, Long::sum);
    }

    synchronized Span take(Instant until) {
        Span span = new Span(from, until, counts);
        counts = new HashMap<>();
        from = until;
        return span;
    }

    record Key(String service, String hop, boolean good) {}

    /** What was counted in a span of time. */
    record Span(Instant from, Instant until, Map<Key, Long> counts) {

        Span {
            counts = Map.copyOf(counts);
        }
    }
}
