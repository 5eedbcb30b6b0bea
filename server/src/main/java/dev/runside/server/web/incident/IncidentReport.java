package dev.runside.server.web.incident;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Catalog;
import dev.runside.core.estate.ResolveRight;
import dev.runside.core.triage.Incident;
import dev.runside.core.triage.Judgement;
import dev.runside.server.engine.Firings.Told;
import dev.runside.server.engine.Incidents.Whole;
import dev.runside.server.web.frame.Shell;
import dev.runside.server.web.words.Counted;
import dev.runside.server.web.words.Names;
import dev.runside.server.web.words.Prose;
import dev.runside.server.web.words.TierWord;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** One incident's record, as its page shows it. */
final class IncidentReport {

    private final Whole whole;
    private final Map<String, Told> told;
    private final Catalog catalog;
    private final Shell shell;
    private final Names names;
    private final Instant now;

    IncidentReport(Whole whole, Map<String, Told> told, Catalog catalog, Shell shell) {
        this.whole = whole;
        this.told = told;
        this.catalog = catalog;
        this.shell = shell;
        this.names = new Names(catalog);
        this.now = shell.now().now();
    }

    /**
     * @param mergedInto the number of the incident that this one became part of
     */
    IncidentView view(Optional<Long> mergedInto) {
        Incident incident = whole.incident();
        Judgement judgement = incident.judgement();
        Evidence evidence = new Evidence(whole, told, catalog, now);
        return new IncidentView(
                shell,
                incident.id(),
                incident.number(),
                Prose.of(judgement.title(), names),
                TierWord.of(judgement.tier()),
                Prose.of(judgement.why(), names),
                IncidentList.word(incident.state()),
                incident.live() && incident.acknowledged().isEmpty(),
                incident.live() && right().rule(shell.viewer().person()).isPresent(),
                incident.live() ? could() : "",
                new FactSheet(whole, names, now).facts(mergedInto),
                evidence.suspects(),
                evidence.others(),
                judgement.ruledOut().stream().map(line -> Prose.of(line, names)).toList(),
                whole.runs().stream().map(run -> new RunReport(run, names, now).view()).toList(),
                whole.pages().stream()
                        .map(page -> new PageReport(page, names, now).view())
                        .toList(),
                new Story(whole, names, now).chapters());
    }

    private ResolveRight right() {
        Set<Ref> told =
                whole.pages().stream()
                        .flatMap(page -> page.told().stream())
                        .collect(Collectors.toSet());
        return new ResolveRight(catalog, whole.incident(), told);
    }

    private String could() {
        List<String> people = right().who().stream().map(names::label).toList();
        return people.isEmpty()
                ? "Nobody can resolve this: it has no owner, and no charter allows it."
                : Counted.oneOf(people) + " can resolve this.";
    }
}
