package dev.runside.core.triage;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Function;
import dev.runside.core.catalog.Layer;
import dev.runside.core.signal.Signal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/** Signals that are findings by themselves: a process gone or silent, another tool's alert. */
final class Events {

    private static final int LONGEST_NAME = 200;

    private Events() {}

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
        String name = signal.attribute("alertname");
        return event(
                        signal,
                        bounded(name.isEmpty() ? signal.fingerprint() : name),
                        now,
                        signal.title())
                .with(Alerts.ONE);
    }

    private static Finding event(Signal signal, String detail, Instant now, String sentence) {
        return Finding.event(
                signal.kind(),
                signal.subject().orElse(new Ref("unmapped", signal.source().name())),
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
