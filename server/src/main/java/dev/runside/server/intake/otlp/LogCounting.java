package dev.runside.server.intake.otlp;

import dev.runside.server.intake.Digest;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.resource.v1.Resource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A log record is counted as the collector's connector count does. It has no id: it is told from
 * others by all that it says, and from its like in the same export by their order.
 */
final class LogCounting implements Counting<LogRecord> {

    private static final Set<String> METRICS = Set.of("log.record.count");

    private final Map<LogRecord, Integer> alike = new HashMap<>();

    @Override
    public Set<String> metrics() {
        return METRICS;
    }

    @Override
    public Optional<String> fault(LogRecord record) {
        return timeNanos(record) <= 0
                ? Optional.of("a log record without a time")
                : Optional.empty();
    }

    @Override
    public Map<String, String> attributes(LogRecord record) {
        Map<String, String> attributes = Attributes.texts(record.getAttributesList());
        attributes.put("severity_text", record.getSeverityText());
        attributes.put("severity_number", Integer.toString(record.getSeverityNumberValue()));
        if (!record.getEventName().isEmpty()) {
            attributes.put("event_name", record.getEventName());
        }
        return attributes;
    }

    @Override
    public long timeNanos(LogRecord record) {
        return record.getTimeUnixNano() == 0
                ? record.getObservedTimeUnixNano()
                : record.getTimeUnixNano();
    }

    @Override
    public Counts counts(LogRecord record) {
        return Counts.ofSum(1);
    }

    @Override
    public Digest identify(Digest digest, Resource resource, LogRecord record) {
        return digest.add("log")
                .add(resource.toByteArray())
                .add(record.toByteArray())
                .add(String.valueOf(alike.merge(record, 1, Integer::sum)));
    }
}
