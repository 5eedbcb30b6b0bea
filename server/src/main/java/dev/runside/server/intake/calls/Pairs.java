package dev.runside.server.intake.calls;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Call;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Puts the two ends of a call together, whichever is told first. Both wait in a bounded room; the
 * oldest goes. Not safe for threads.
 */
final class Pairs {

    private static final int MOST = 20_000;

    private final Map<SpanKey, Ref> callers = bounded();
    private final Map<SpanKey, Ref> called = bounded();

    /** A hop called somebody by this span. */
    Optional<Call> caller(SpanKey span, Ref hop) {
        callers.put(span, hop);
        return Optional.ofNullable(called.remove(span)).map(to -> new Call(hop, to));
    }

    /** A hop was called by this span. */
    Optional<Call> called(SpanKey by, Ref hop) {
        Ref from = callers.get(by);
        if (from == null) {
            called.put(by, hop);
        }
        return Optional.ofNullable(from).map(caller -> new Call(caller, hop));
    }

    private static Map<SpanKey, Ref> bounded() {
        return new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<SpanKey, Ref> eldest) {
                return size() > MOST;
            }
        };
    }
}
