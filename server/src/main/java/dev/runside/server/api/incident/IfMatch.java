package dev.runside.server.api.incident;

import dev.runside.core.triage.Incident;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The versions under which a caller wants its write done (RFC 9110, If-Match).
 *
 * @param tags as sent, quotes included; empty for any version
 */
record IfMatch(Set<String> tags) {

    /** A caller that sends none, or {@code *}, takes the incident as it is. */
    static IfMatch of(@Nullable String header) {
        String text = Optional.ofNullable(header).orElse("*").strip();
        return text.equals("*")
                ? new IfMatch(Set.of())
                : new IfMatch(
                        Arrays.stream(text.split(",", -1))
                                .map(String::strip)
                                .collect(Collectors.toUnmodifiableSet()));
    }

    boolean any() {
        return tags.isEmpty();
    }

    boolean matches(Incident incident) {
        return any() || tags.contains("\"" + incident.version() + "\"");
    }
}
