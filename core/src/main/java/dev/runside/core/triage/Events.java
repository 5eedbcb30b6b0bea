package dev.runside.core.triage;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Function;
import dev.runside.core.catalog.Layer;
import dev.runside.core.signal.Signal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Signals that are findings by themselves: a process gone or silent, another tool's alert. */
final class Events {

    private static final int LONGEST_NAME = 200;

    private Events() {}

    /** The key of the finding that the signal raises, goes on with, or ends. */
    static Optional<String> key(Signal signal) {
        return switch (signal.kind()) {
            case "alert" -> Optional.of(Finding.key(signal.kind(), subject(signal), name(signal)));
            case "process-gone", "no-answer" ->
                    Optional.of(Finding.key(signal.kind(), subject(signal), ""));
            case "data-run" ->
                    signal.subject().map(reader -> Finding.key("run-failed", reader, ""));
            default -> Optional.empty();
        };
    }

    static Finding finding(Signal signal, Instant now) {
        String sentence =
                signal.kind().equals("process-gone")
                        ? "its process is gone"
                        : "its process exists but does not answer ("
                                + signal.attribute("misses")
                                + " misses)";
        return event(signal, "", now, sentence);
    }

    /** Alerts of one name at one subject are one condition; one without a name is its own. */
    static Finding alert(Signal signal, Instant now) {
        return event(signal, name(signal), now, signal.title())
                .about(signal.attribute("alertname"))
                .with(Alerts.ONE);
    }

    private static String name(Signal signal) {
        String name = signal.attribute("alertname");
        return bounded(name.isEmpty() ? signal.fingerprint() : name);
    }

    private static Ref subject(Signal signal) {
        return signal.subject().orElse(new Ref("unmapped", signal.source().name()));
    }

    private static Finding event(Signal signal, String detail, Instant now, String sentence) {
        return Finding.event(
                signal.kind(),
                subject(signal),
                detail,
                Layer.PRODUCT,
                Function.PLATFORM,
                signal.judgedAt(),
                now,
                sentence);
    }

    /** It is part of a key. */
    private static String bounded(String name) {
        return name.length() <= LONGEST_NAME
                ? name
                : UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
