package dev.runside.core.triage;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Catalog;
import dev.runside.core.catalog.Flow;
import dev.runside.core.state.Draft;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Which incidents a finding belongs to, along the graph. */
final class Grouping {

    /** How long after its end an incident still takes in what began before it. */
    static final Duration LATE = Duration.ofSeconds(90);

    /**
     * How long after its indicators recovered an incident that nobody resolved takes in what comes
     * back.
     */
    private static final Duration REOPENS = Duration.ofMinutes(10);

    private final Catalog catalog;
    private final Draft draft;

    /** What each incident is about, by its id, while one decision is made. */
    private final Map<String, Set<Ref>> anchors = new HashMap<>();

    Grouping(Catalog catalog, Draft draft) {
        this.catalog = catalog;
        this.draft = draft;
    }

    /** An incident has one finding more. */
    void linked(Incident incident, Finding finding) {
        anchors(incident).add(finding.subject());
    }

    /** An incident has taken another one in. */
    void changed(Incident incident) {
        anchors.remove(incident.id());
    }

    /** Open incidents it belongs to, oldest first. */
    List<Incident> open(Finding finding) {
        return in(Incident.State.OPEN, finding).toList();
    }

    /**
     * Incidents that recovered a while ago and that it opens again: what they were made of comes
     * back, or it began before they recovered. A new failure beside a recovered one is its own
     * incident.
     */
    List<Incident> reopened(Finding finding) {
        Instant bound = draft.now().minus(REOPENS);
        return in(Incident.State.RECOVERED, finding)
                .filter(incident ->
                        incident.times()
                                .recoveredAt()
                                .filter(recovery -> !recovery.isBefore(bound))
                                .filter(recovery ->
                                        incident.findings().contains(finding.key())
                                                || finding.startedAt().isBefore(recovery))
                                .isPresent())
                .toList();
    }

    /**
     * Incidents that ended after the finding began: it is late evidence of them. An indicator's
     * beginning is stated early, never late.
     */
    List<Incident> late(Finding finding) {
        return draft.all(Incident.class)
                .filter(incident -> !incident.live() && incident.mergedInto().isEmpty())
                .filter(incident ->
                        incident.times()
                                .resolvedAt()
                                .filter(end -> stillCovers(end, finding.startedAt()))
                                .isPresent())
                .filter(incident -> belongs(finding, incident))
                .toList();
    }

    private Stream<Incident> in(Incident.State state, Finding finding) {
        return draft.all(Incident.class)
                .filter(incident -> incident.state() == state)
                .filter(incident -> belongs(finding, incident));
    }

    private boolean stillCovers(Instant end, Instant began) {
        return draft.now().isBefore(end.plus(LATE)) && began.isBefore(end);
    }

    private boolean belongs(Finding finding, Incident incident) {
        Ref subject = finding.subject();
        Set<Ref> about = anchors(incident);
        return switch (subject.kind()) {
            case "hop", "system" -> about.stream().anyMatch(anchor -> connected(finding, anchor));
            case "flow" ->
                    about.stream()
                            .anyMatch(anchor -> touches(catalog.flows().get(subject), anchor));
            case "product" -> incident.judgement().radius().contains(subject);
            default -> about.contains(subject);
        };
    }

    private Set<Ref> anchors(Incident incident) {
        return anchors.computeIfAbsent(
                incident.id(),
                _ -> {
                    Set<Ref> subjects = new LinkedHashSet<>();
                    incident.findings()
                            .forEach(key ->
                                    draft.find(Finding.class, key)
                                            .map(Finding::subject)
                                            .ifPresent(subjects::add));
                    subjects.add(incident.judgement().suspect());
                    return subjects;
                });
    }

    private boolean connected(Finding finding, Ref anchor) {
        Ref subject = finding.subject();
        if (anchor.is("flow")) {
            return touches(catalog.flows().get(anchor), subject);
        }
        if (anchor.is("product")) {
            return catalog.productOf(subject).filter(anchor::equals).isPresent();
        }
        return anchor.equals(subject)
                || catalog.graph().dependsOn(subject, anchor)
                || catalog.graph().dependsOn(anchor, subject);
    }

    private boolean touches(@org.jspecify.annotations.Nullable Flow flow, Ref anchor) {
        return flow != null
                && (flow.ref().equals(anchor)
                        || flow.product().equals(anchor)
                        || flow.path().contains(anchor)
                        || flow.path().stream()
                                .anyMatch(hop -> catalog.graph().dependsOn(hop, anchor)));
    }
}
