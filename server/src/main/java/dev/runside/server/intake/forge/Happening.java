package dev.runside.server.intake.forge;

import dev.runside.core.signal.Signal.Severity;
import dev.runside.server.intake.Draft;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What happened in a repository and changed nothing that runs: kept, and judged by nobody.
 *
 * @param what {@code push}, {@code run}, {@code merge}, …
 * @param id with {@code what} and the project the occurrence
 */
public record Happening(Project project, String what, String id, Optional<Instant> time) {

    /** Pushed, merged, rehearsed. */
    public Draft event(String title, Commit commit, String url) {
        return draft("event", Severity.INFO, title, commit, url);
    }

    /** A pipeline or a check came to its end on the branch that everybody builds upon. */
    public Draft ended(boolean well, String name, Commit commit, String url) {
        return draft(
                what + (well ? "-passed" : "-failed"),
                well ? Severity.INFO : Severity.WARNING,
                name + (well ? " passed on " : " failed on ") + commit.ref(),
                commit,
                url);
    }

    private Draft draft(String kind, Severity severity, String title, Commit commit, String url) {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("type", what);
        attributes.put("repository", project.path());
        attributes.put("url", url);
        commit.describe(attributes);
        attributes.values().removeIf(String::isBlank);
        return new Draft(
                project.reference(what, id),
                kind,
                Optional.empty(),
                project.names(),
                time,
                severity,
                title.isBlank() ? what : title,
                attributes,
                project.path() + "/" + what);
    }
}
