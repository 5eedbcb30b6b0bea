package dev.runside.server.web.now;

import dev.runside.core.Ref;
import dev.runside.core.page.Page;
import dev.runside.core.run.Run;
import dev.runside.core.triage.Incident;
import dev.runside.core.triage.Tier;
import dev.runside.server.web.now.NowView.Open;
import dev.runside.server.web.situation.Situation;
import dev.runside.server.web.words.Names;
import dev.runside.server.web.words.Prose;
import dev.runside.server.web.words.RunWords;
import dev.runside.server.web.words.Stamp;
import dev.runside.server.web.words.TierWord;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The live incidents, as rows. */
final class OpenIncidents {

    private final Situation situation;
    private final Names names;

    OpenIncidents(Situation situation) {
        this.situation = situation;
        this.names = new Names(situation.catalog());
    }

    List<Open> all() {
        return situation.incidents().stream().map(this::row).toList();
    }

    private Open row(Incident incident) {
        var judgement = incident.judgement();
        return new Open(
                incident.number(),
                Prose.of(judgement.title(), names),
                TierWord.of(judgement.tier()),
                incident.state() == Incident.State.RECOVERED,
                judgement.owner().map(names::of),
                judgement.gap().orElse(""),
                paged(incident),
                doing(incident),
                incident.acknowledged().map(taken -> names.label(taken.by())),
                names.of(judgement.products()),
                new Stamp(incident.times().startedAt(), situation.now()));
    }

    private String paged(Incident incident) {
        Optional<Page> newest = situation.pagesOf(incident).reduce((_, last) -> last);
        if (newest.isEmpty()) {
            return incident.judgement().tier() == Tier.ROUTINE
                    ? "nobody, a runbook has it"
                    : "nobody yet";
        }
        Page page = newest.get();
        return switch (page.status()) {
            case WAITING ->
                    people(incident.judgement().paged()) + " next, once the suspect has settled";
            case SENT -> people(page.told()) + ", no answer yet";
            case ACKNOWLEDGED -> people(page.told());
            case CANCELLED -> "nobody any more";
            case HANDED_OVER -> people(page.told()) + ", handed over";
        };
    }

    private String doing(Incident incident) {
        return situation.runOf(incident).map(RunWords::underWay).orElseGet(() -> lastRun(incident));
    }

    private String lastRun(Incident incident) {
        return situation.runs().stream()
                .filter(run -> run.incident().equals(incident.id()))
                .reduce((_, last) -> last)
                .map(OpenIncidents::ended)
                .orElse("");
    }

    private static String ended(Run run) {
        return "Runbook " + run.runbook().name() + ": " + RunWords.phase(run.phase());
    }

    private String people(Collection<Ref> people) {
        return people.isEmpty()
                ? "nobody"
                : people.stream().map(names::label).collect(Collectors.joining(", "));
    }
}
