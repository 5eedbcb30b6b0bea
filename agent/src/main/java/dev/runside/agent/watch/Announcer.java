package dev.runside.agent.watch;

import dev.runside.agent.config.Service;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Makes signals of notices: the ids, the wall clock's time, the words for people. */
record Announcer(String agent, Signals signals) {

    void announce(Service service, long pid, Notice notice) {
        signals.send(
                new Signal(
                        "sig_" + UUID.randomUUID(),
                        notice.kind(),
                        service.hop(),
                        Instant.now(),
                        title(service.name(), pid, notice),
                        attributes(service.name(), pid, notice),
                        notice.repeat()));
    }

    private Map<String, String> attributes(String service, long pid, Notice notice) {
        Map<String, String> attributes = new HashMap<>();
        attributes.put("service", service);
        attributes.put("agent", agent);
        attributes.put("sinceMs", Long.toString(notice.lasting().toMillis()));
        if (pid > 0) {
            attributes.put("pid", Long.toString(pid));
        }
        if (notice.kind() == SignalKind.NO_ANSWER) {
            attributes.put("misses", Integer.toString(notice.misses()));
            attributes.put("reason", notice.reason());
        }
        return attributes;
    }

    private static String title(String service, long pid, Notice notice) {
        return switch (notice.kind()) {
            case PROCESS_GONE ->
                    pid > 0
                            ? "The process of %s is gone (it was %d)".formatted(service, pid)
                            : "There is no process of %s".formatted(service);
            case NO_ANSWER ->
                    "%s does not answer: %d times in a row, %s"
                            .formatted(service, notice.misses(), notice.reason());
            case ANSWERING -> service + " answers";
        };
    }
}
