package dev.runside.server.intake.calls;

import java.nio.ByteBuffer;
import java.util.Optional;

/** A span of a trace. */
public record SpanKey(long trace, long traceRest, long span) {

    private static final int TRACE = 16;
    private static final int SPAN = 8;

    /** Empty where the ids are none. */
    public static Optional<SpanKey> of(byte[] trace, byte[] span) {
        if (trace.length != TRACE || span.length != SPAN) {
            return Optional.empty();
        }
        ByteBuffer ids = ByteBuffer.wrap(trace);
        return Optional.of(
                new SpanKey(ids.getLong(), ids.getLong(), ByteBuffer.wrap(span).getLong()));
    }
}
