package dev.runside.core.triage;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Function;
import dev.runside.core.catalog.Layer;
import dev.runside.core.signal.Signal;
import java.time.Instant;

/** Signals that are findings by themselves: a process gone or silent, another tool's alert. */
final class Events {

    private Events() {}

    static Finding finding(Signal signal, Instant now) {
        Ref subject = signal.subject().orElse(new Ref("unmapped", signal.source().name()));
        String sentence =
                switch (signal.kind()) {
                    case "process-gone" -> "its process is gone";
                    case "no-answer" ->
                            "its process exists but does not answer ("
                                    + signal.attribute("misses")
                                    + " misses)";
                    default -> signal.title();
                };
        String detail = signal.kind().equals("alert") ? signal.fingerprint() : "";
        return Finding.event(
                signal.kind(),
                subject,
                detail,
                Layer.PRODUCT,
                Function.PLATFORM,
                signal.judgedAt(),
                now,
                sentence);
    }
}
