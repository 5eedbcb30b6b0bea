package dev.runside.agent.watch;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * Probe results as OTLP/JSON: the delta sum {@code runside.probe}, one resource a service. See
 * opentelemetry.proto.metrics.v1; 64-bit numbers are strings in its JSON.
 */
final class ProbeMetrics {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int DELTA = 1;

    private ProbeMetrics() {}

    static byte[] body(ProbeTally.Span span) {
        Map<String, List<Map.Entry<ProbeTally.Key, Long>>> byService =
                span.counts().entrySet().stream()
                        .collect(Collectors.groupingBy(count -> count.getKey().service()));
        List<?> resources =
                byService.entrySet().stream()
                        .map(service -> resource(span, service.getKey(), service.getValue()))
                        .toList();
        return JSON.writeValueAsBytes(Map.of("resourceMetrics", resources));
    }

    private static Map<String, ?> resource(
            ProbeTally.Span span, String service, List<Map.Entry<ProbeTally.Key, Long>> counts) {
        List<?> points = counts.stream().map(count -> point(span, count)).toList();
        Map<String, ?> sum =
                Map.of(
                        "aggregationTemporality", DELTA,
                        "isMonotonic", true,
                        "dataPoints", points);
        Map<String, ?> metric = Map.of("name", "runside.probe", "unit", "{probe}", "sum", sum);
        Map<String, ?> scope =
                Map.of("scope", Map.of("name", "runside.agent"), "metrics", List.of(metric));
        return Map.of(
                "resource", Map.of("attributes", List.of(attribute("service.name", service))),
                "scopeMetrics", List.of(scope));
    }

    private static Map<String, ?> point(
            ProbeTally.Span span, Map.Entry<ProbeTally.Key, Long> count) {
        ProbeTally.Key key = count.getKey();
        return Map.of(
                "attributes",
                List.of(
                        attribute("service", key.service()),
                        attribute("hop", key.hop()),
                        attribute("result", key.good() ? "ok" : "miss")),
                "startTimeUnixNano",
                nanos(span.from()),
                "timeUnixNano",
                nanos(span.until()),
                "asInt",
                count.getValue().toString());
    }

    private static Map<String, ?> attribute(String key, String value) {
        return Map.of("key", key, "value", Map.of("stringValue", value));
    }

    private static String nanos(Instant time) {
        return "%d%09d".formatted(time.getEpochSecond(), time.getNano());
    }
}
