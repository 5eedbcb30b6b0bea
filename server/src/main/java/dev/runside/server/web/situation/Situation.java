package dev.runside.server.web.situation;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Catalog;
import dev.runside.core.page.Page;
import dev.runside.core.run.Hold;
import dev.runside.core.run.Run;
import dev.runside.core.triage.AgentSeen;
import dev.runside.core.triage.Change;
import dev.runside.core.triage.Finding;
import dev.runside.core.triage.Incident;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The estate as it stands, all of one instant.
 *
 * @param incidents the live ones, most urgent first
 * @param findings the open ones
 * @param changes those under way
 * @param hold present while all acting is held
 */
public record Situation(
        Instant now,
        Catalog catalog,
        List<Incident> incidents,
        List<Finding> findings,
        List<Run> runs,
        List<Page> pages,
        List<Change> changes,
        List<AgentSeen> agents,
        Optional<Hold> hold) {

    static final Comparator<Incident> MOST_URGENT_FIRST =
            Comparator.comparing((Incident incident) -> incident.state() != Incident.State.OPEN)
                    .thenComparing(
                            incident -> incident.judgement().tier(), Comparator.reverseOrder())
                    .thenComparing(Incident::number, Comparator.reverseOrder());

    public Situation {
        incidents = incidents.stream().sorted(MOST_URGENT_FIRST).toList();
        findings = List.copyOf(findings);
        runs = List.copyOf(runs);
        pages = List.copyOf(pages);
        changes = List.copyOf(changes);
        agents = List.copyOf(agents);
    }

    public Stream<Finding> findingsOf(Ref subject) {
        return findings.stream().filter(finding -> finding.subject().equals(subject));
    }

    public Stream<Page> pagesOf(Incident incident) {
        return pages.stream().filter(page -> page.incident().equals(incident.id()));
    }

    /** The run under way for an incident. */
    public Optional<Run> runOf(Incident incident) {
        return runs.stream()
                .filter(run -> run.incident().equals(incident.id()) && run.phase().active())
                .findFirst();
    }

    public Optional<Incident> incident(String id) {
        return incidents.stream().filter(incident -> incident.id().equals(id)).findFirst();
    }
}
