package dev.runside.server.web.incident;

import dev.runside.core.catalog.Catalog;
import dev.runside.core.triage.Incident;
import dev.runside.core.triage.Judgement;
import dev.runside.server.engine.Incidents;
import dev.runside.server.engine.Incidents.Whole;
import dev.runside.server.web.frame.Shell;
import dev.runside.server.web.words.Names;
import dev.runside.server.web.words.Prose;
import dev.runside.server.web.words.TierWord;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Makes the view of one incident from its record. */
@Component
class IncidentPages {

    private final Incidents incidents;

    IncidentPages(Incidents incidents) {
        this.incidents = incidents;
    }

    IncidentView view(Whole whole, Catalog catalog, Shell shell) {
        Incident incident = whole.incident();
        Judgement judgement = incident.judgement();
        Names names = new Names(catalog);
        Instant now = shell.now().now();
        Evidence evidence = new Evidence(whole, names, now);
        return new IncidentView(
                shell,
                incident.id(),
                incident.number(),
                Prose.of(judgement.title(), names),
                TierWord.of(judgement.tier()),
                Prose.of(judgement.why(), names),
                incident.state().name().toLowerCase(Locale.ROOT),
                incident.live() && incident.acknowledged().isEmpty(),
                incident.live(),
                new FactSheet(whole, names, now).facts(incident.mergedInto().flatMap(this::number)),
                evidence.suspects(),
                evidence.others(),
                judgement.ruledOut().stream().map(line -> Prose.of(line, names)).toList(),
                whole.runs().stream().map(run -> new RunReport(run, names, now).view()).toList(),
                whole.pages().stream()
                        .map(page -> new PageReport(page, names, now).view())
                        .toList(),
                new Story(whole, names, now).chapters());
    }

    private Optional<Long> number(String id) {
        return incidents.find(id).map(other -> other.incident().number());
    }
}
