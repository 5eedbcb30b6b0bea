package dev.runside.server.intake;

import dev.runside.core.Ref;
import dev.runside.core.signal.Signal.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A signal as a protocol read it, before anybody asked whether its sender may say so.
 *
 * @param id the occurrence, unique within its source
 * @param subject what it names itself, if it does
 * @param names by which its hop may be found, the most trusted first
 * @param time the source's clock; the arrival when it has none
 * @param condition what makes two of them the same condition, beside source, kind and subject
 */
public record Draft(
        String id,
        String kind,
        Optional<Ref> subject,
        List<String> names,
        Optional<Instant> time,
        Severity severity,
        String title,
        Map<String, String> attributes,
        String condition) {

    public Draft {
        names = List.copyOf(names);
        attributes = Map.copyOf(attributes);
    }

    /** The same, about that. */
    public Draft about(Optional<Ref> other) {
        return new Draft(id, kind, other, names, time, severity, title, attributes, condition);
    }

    /** The same, in the time of a server that is ahead of its senders. */
    Draft later(Duration by) {
        return by.isZero()
                ? this
                : new Draft(
                        id,
                        kind,
                        subject,
                        names,
                        time.map(each -> each.plus(by)),
                        severity,
                        title,
                        attributes,
                        condition);
    }
}
