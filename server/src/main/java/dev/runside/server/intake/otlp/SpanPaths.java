package dev.runside.server.intake.otlp;

import dev.runside.core.Ref;
import dev.runside.server.intake.calls.SeenCalls;
import dev.runside.server.intake.calls.SpanKey;
import dev.runside.server.intake.mapping.ServiceNames;
import dev.runside.server.intake.mapping.Speaker;
import io.opentelemetry.proto.trace.v1.Span;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reads from spans which hop calls which, where each of both is one hop of the catalog. */
@Component
class SpanPaths {

    private final ServiceNames services;
    private final SeenCalls calls;

    SpanPaths(ServiceNames services, SeenCalls calls) {
        this.services = services;
        this.calls = calls;
    }

    void read(Speaker speaker, List<Told<Span>> told) {
        for (Told<Span> resource : told) {
            String service =
                    Attributes.texts(resource.resource().getAttributesList())
                            .getOrDefault("service.name", "");
            List<Ref> hops =
                    services.hopsOf(service).stream().filter(speaker.mayReportOn()).toList();
            if (hops.size() == 1) {
                resource.things().forEach(span -> read(span, hops.getFirst()));
            }
        }
    }

    private void read(Span span, Ref hop) {
        byte[] trace = span.getTraceId().toByteArray();
        switch (span.getKind()) {
            case SPAN_KIND_CLIENT, SPAN_KIND_PRODUCER ->
                    SpanKey.of(trace, span.getSpanId().toByteArray())
                            .ifPresent(key -> calls.caller(key, hop));
            case SPAN_KIND_SERVER, SPAN_KIND_CONSUMER ->
                    SpanKey.of(trace, span.getParentSpanId().toByteArray())
                            .ifPresent(key -> calls.called(key, hop));
            case SPAN_KIND_INTERNAL, SPAN_KIND_UNSPECIFIED, UNRECOGNIZED -> {}
        }
    }
}
