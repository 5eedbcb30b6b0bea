package dev.runside.agent.watch;

import java.time.Instant;
import java.util.Map;

/**
 * Something seen.
 *
 * @param id of this one occurrence: sent twice it counts once
 * @param repeat said again because it lasts; may be left out when the first is still waiting
 */
public record Signal(
        String id,
        SignalKind kind,
        String subject,
        Instant time,
        String title,
        Map<String, String> attributes,
        boolean repeat) {

    public Signal {
        attributes = Map.copyOf(attributes);
    }
}
