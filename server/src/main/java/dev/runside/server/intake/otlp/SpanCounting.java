package dev.runside.server.intake.otlp;

import com.google.protobuf.ByteString;
import dev.runside.server.intake.Digest;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.Span;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A span is counted as the collector's connector spanmetrics does: one sample of its duration, when
 * it ended.
 */
final class SpanCounting implements Counting<Span> {

    private static final Set<String> METRICS =
            Set.of("traces.span.metrics.duration", "traces.span.metrics.calls");

    @Override
    public Set<String> metrics() {
        return METRICS;
    }

    @Override
    public Optional<String> fault(Span span) {
        if (isEmpty(span.getTraceId()) || isEmpty(span.getSpanId())) {
            return Optional.of("a span without an id");
        }
        return span.getEndTimeUnixNano() <= 0
                ? Optional.of("a span without an end")
                : Optional.empty();
    }

    private static boolean isEmpty(ByteString id) {
        for (byte each : id) {
            if (each != 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    public Map<String, String> attributes(Span span) {
        Map<String, String> attributes = Attributes.texts(span.getAttributesList());
        attributes.put("span.name", span.getName());
        attributes.put("span.kind", span.getKind().name());
        attributes.put("status.code", span.getStatus().getCode().name());
        return attributes;
    }

    @Override
    public long timeNanos(Span span) {
        return span.getEndTimeUnixNano();
    }

    @Override
    public Counts counts(Span span) {
        long nanos = span.getEndTimeUnixNano() - span.getStartTimeUnixNano();
        return Counts.ofOne(Math.max(0, nanos) / 1e9);
    }

    @Override
    public Digest identify(Digest digest, Resource resource, Span span) {
        return digest.add("span")
                .add(span.getTraceId().toByteArray())
                .add(span.getSpanId().toByteArray());
    }
}
