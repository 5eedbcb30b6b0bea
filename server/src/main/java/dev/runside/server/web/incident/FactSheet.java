package dev.runside.server.web.incident;

import dev.runside.core.Ref;
import dev.runside.core.triage.Incident;
import dev.runside.core.triage.Incident.Acknowledgement;
import dev.runside.core.triage.Incident.Times;
import dev.runside.core.triage.Judgement;
import dev.runside.server.engine.Incidents.Whole;
import dev.runside.server.web.incident.IncidentView.Facts;
import dev.runside.server.web.incident.IncidentView.Moment;
import dev.runside.server.web.words.Names;
import dev.runside.server.web.words.Prose;
import dev.runside.server.web.words.Prose.Piece;
import dev.runside.server.web.words.Span;
import dev.runside.server.web.words.Stamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What is known of an incident at a glance. */
final class FactSheet {

    private final Whole whole;
    private final Incident incident;
    private final Names names;
    private final Instant now;

    FactSheet(Whole whole, Names names, Instant now) {
        this.whole = whole;
        this.incident = whole.incident();
        this.names = names;
        this.now = now;
    }

    Facts facts(Optional<Long> mergedInto) {
        Judgement judgement = incident.judgement();
        Optional<Acknowledgement> taken = incident.acknowledged();
        Set<Ref> told = told();
        return new Facts(
                judgement.owner().map(names::of),
                judgement.gap().orElse(""),
                names.of(judgement.products()),
                names.of(judgement.radius()),
                List.copyOf(judgement.facets()),
                judgement.seam().map(names::of),
                !told.isEmpty(),
                names.of(told.isEmpty() ? judgement.paged() : told),
                names.of(judgement.informed()),
                taken.map(Acknowledgement::by).map(names::label).orElse(""),
                taken.map(Acknowledgement::at).map(this::stamp),
                incident.cause().orElse(""),
                incident.safety(),
                detectedBy(),
                mergedInto,
                span(),
                moments());
    }

    private Set<Ref> told() {
        return whole.pages().stream()
                .flatMap(page -> page.told().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private List<Piece> detectedBy() {
        return Prose.of(
                switch (incident.detectedBy()) {
                    case SIGNAL -> firstFinding();
                    case TICKET -> "a ticket: " + firstFinding();
                    case PERSON -> "a person";
                },
                names);
    }

    private String firstFinding() {
        return whole.findings().stream()
                .findFirst()
                .map(finding -> finding.subject() + ": " + finding.sentence())
                .orElse("what was found is not kept");
    }

    private String span() {
        return incident.times().lasted().map(span -> "over after " + Span.exact(span)).orElse("");
    }

    private List<Moment> moments() {
        Times times = incident.times();
        List<Moment> moments = new ArrayList<>();
        moments.add(moment("started", times.startedAt()));
        moments.add(moment("detected", times.detectedAt()));
        moments.add(moment("opened", times.openedAt()));
        times.recoveredAt().ifPresent(at -> moments.add(moment("recovered", at)));
        times.resolvedAt().ifPresent(at -> moments.add(moment("resolved", at)));
        times.closedAt().ifPresent(at -> moments.add(moment("closed", at)));
        return moments;
    }

    private Moment moment(String word, Instant at) {
        return new Moment(word, stamp(at));
    }

    private Stamp stamp(Instant at) {
        return new Stamp(at, now);
    }
}
