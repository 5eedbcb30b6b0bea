package dev.runside.server.intake.forge;

import dev.runside.core.signal.Signal.Severity;
import dev.runside.server.intake.Draft;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A change that a forge makes: its begin and its ends are told by several events, each of which may
 * be the only one that arrives.
 *
 * @param what {@code deployment} or {@code release}
 * @param service what it says itself that it deploys, or empty text
 */
public record Deploy(
        Project project, String what, String id, Commit commit, Target target, String service) {

    /** Where to; an empty name where none is said. */
    public record Target(String environment) {}

    public Draft started(Optional<Instant> time) {
        return draft("change-started", "started", time, "begins", Severity.INFO);
    }

    /**
     * @param step tells ends apart: the same deploy may be tried again
     */
    public Draft finished(String step, boolean well, Optional<Instant> time) {
        return draft(
                "change-finished",
                step,
                time,
                well ? "succeeded" : "failed",
                well ? Severity.INFO : Severity.WARNING);
    }

    private Draft draft(
            String kind, String step, Optional<Instant> time, String said, Severity severity) {
        String change = project.reference(what, id);
        Map<String, String> attributes = attributes(change);
        if (kind.equals("change-finished")) {
            attributes.put("outcome", said.equals("failed") ? "failure" : "success");
        }
        return new Draft(
                change + "/" + step,
                kind,
                Optional.empty(),
                names(),
                time,
                severity,
                attributes.get("summary") + " " + said,
                attributes,
                change);
    }

    private Map<String, String> attributes(String change) {
        Map<String, String> attributes = new LinkedHashMap<>();
        commit.describe(attributes);
        attributes.put("change", change);
        attributes.put("type", "deploy");
        attributes.put("version", commit.version());
        attributes.put("environment", target.environment());
        attributes.put("repository", project.path());
        attributes.put("summary", summary());
        attributes.values().removeIf(String::isBlank);
        return attributes;
    }

    private String summary() {
        String where = target.environment().isBlank() ? "" : " to " + target.environment();
        return (what + " of " + named() + " " + commit.version()).strip() + where;
    }

    /** Empty where the body names nothing, which is taken down as it is read. */
    private String named() {
        List<String> names = names();
        return names.isEmpty() ? "" : names.getLast();
    }

    private List<String> names() {
        return Stream.concat(Stream.of(service), project.names().stream())
                .filter(name -> !name.isBlank())
                .distinct()
                .toList();
    }
}
