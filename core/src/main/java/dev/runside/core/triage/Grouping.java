package dev.runside.core.triage;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Catalog;
import dev.runside.core.catalog.Flow;
import dev.runside.core.state.Draft;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
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

    private static final double OFF_PATH = 2;

    private final Catalog catalog;
    private final Draft draft;

    /** What each incident is about, by its id, while one decision is made. */
    private final Map<String, Extent> extents = new HashMap<>();

    /** The incident that findings are just being taken out of. */
    private Optional<Incident> left = Optional.empty();

    Grouping(Catalog catalog, Draft draft) {
        this.catalog = catalog;
        this.draft = draft;
    }

    /** An incident has one finding more. */
    void linked(Incident incident, Finding finding) {
        extent(incident).add(finding);
    }

    /** An incident has taken another one in. */
    void changed(Incident incident) {
        extents.remove(incident.id());
    }

    /** What is placed now is taken out of this incident, and does not go back into it. */
    void leave(Incident incident) {
        left = Optional.of(incident);
        extents.remove(incident.id());
    }

    /** Nothing is taken out any more. */
    void back() {
        left.map(Incident::id).ifPresent(extents::remove);
        left = Optional.empty();
    }

    private Stream<Incident> incidents(Incident.State state) {
        return draft.all(Incident.class)
                .filter(incident -> incident.state() == state)
                .filter(incident -> left.filter(from -> from.id().equals(incident.id())).isEmpty());
    }

    /**
     * The open incidents that it belongs to, oldest first: those that all follow from it, or else
     * the nearest of those that it may follow from.
     */
    List<Incident> open(Finding finding) {
        List<Incident> open = incidents(Incident.State.OPEN).toList();
        List<Incident> caused =
                finding.subject().onPath()
                        ? open.stream()
                                .filter(incident -> extent(incident).followsFrom(finding))
                                .toList()
                        : List.of();
        List<Incident> together =
                Stream.concat(caused.stream(), open.stream().filter(each -> misses(each, finding)))
                        .distinct()
                        .toList();
        return together.isEmpty() ? nearest(open.stream(), finding) : together;
    }

    /**
     * Incidents that recovered a while ago and that it opens again: what they were made of comes
     * back, or it began before they recovered. A new failure beside a recovered one is its own
     * incident.
     */
    List<Incident> reopened(Finding finding) {
        Instant bound = draft.now().minus(REOPENS);
        return incidents(Incident.State.RECOVERED)
                .filter(incident -> belongs(finding, incident))
                .filter(incident ->
                        incident.times()
                                .recoveredAt()
                                .filter(recovery -> !recovery.isBefore(bound))
                                .filter(recovery ->
                                        wasLastIn(incident, finding.key())
                                                || finding.startedAt().isBefore(recovery))
                                .isPresent())
                .toList();
    }

    private boolean wasLastIn(Incident incident, String finding) {
        return incident.findings().contains(finding)
                && draft.find(Finding.class, finding)
                        .flatMap(Finding::incident)
                        .filter(id -> !id.equals(incident.id()))
                        .isEmpty();
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

    private boolean stillCovers(Instant end, Instant began) {
        return draft.now().isBefore(end.plus(LATE)) && began.isBefore(end);
    }

    private boolean belongs(Finding finding, Incident incident) {
        Ref subject = finding.subject();
        Set<Ref> about = extent(incident).subjects();
        return switch (subject.kind()) {
            case "hop", "system" -> about.stream().anyMatch(anchor -> connected(finding, anchor));
            case "flow" ->
                    about.stream()
                            .anyMatch(anchor -> touches(catalog.flows().get(subject), anchor));
            case "product" -> incident.judgement().radius().contains(subject);
            default -> about.contains(subject);
        };
    }

    /**
     * Other open incidents that began with the finding and hang, as its own does, on a hop that
     * says nothing itself while most of what calls it fails.
     */
    List<Incident> sharing(Incident own, Finding finding) {
        List<Incident> others =
                incidents(Incident.State.OPEN)
                        .filter(incident -> !incident.id().equals(own.id()))
                        .filter(incident -> extent(incident).beganWith(finding))
                        .toList();
        if (others.isEmpty()) {
            return List.of();
        }
        Set<Ref> failing = new TreeSet<>(extent(own).subjects());
        others.forEach(other -> failing.addAll(extent(other).subjects()));
        Silent silent = new Silent(catalog, failing, well());
        return silent.causes(extent(own).roots()).stream()
                .flatMap(cause ->
                        others.stream()
                                .filter(other -> silent.explains(cause, extent(other).roots())))
                .distinct()
                .toList();
    }

    /** What said that it is well again, while what hung on it goes on failing. */
    private Set<Ref> well() {
        Set<Ref> well = new TreeSet<>();
        left.map(from -> from.judgement().suspect()).ifPresent(well::add);
        draft.all(Remainder.class).map(Remainder::recovered).forEach(well::add);
        return well;
    }

    private List<Incident> nearest(Stream<Incident> incidents, Finding finding) {
        return incidents
                .flatMap(incident ->
                        distance(finding, incident).stream()
                                .mapToObj(far -> Map.entry(far, incident)))
                .min(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .stream()
                .toList();
    }

    /** Whether the same data set lost what both of them miss, however late the next one reads. */
    private boolean misses(Incident incident, Finding finding) {
        return finding.kind().equals(Losses.LOST)
                && findings(incident)
                        .anyMatch(other ->
                                other.open()
                                        && other.kind().equals(Losses.LOST)
                                        && other.object().equals(finding.object()));
    }

    /** In minutes; a hop that is out of the ordinary explains more than one on the way. */
    private OptionalDouble distance(Finding finding, Incident incident) {
        Extent extent = extent(incident);
        Ref subject = finding.subject();
        OptionalDouble near = subject.onPath() ? extent.distance(finding) : OptionalDouble.empty();
        if (near.isPresent()) {
            return near;
        }
        boolean within =
                subject.onPath()
                        ? extent.subjects().stream()
                                .anyMatch(about -> !about.onPath() && connected(finding, about))
                        : belongs(finding, incident);
        return within
                ? OptionalDouble.of(OFF_PATH + extent.apart(finding))
                : OptionalDouble.empty();
    }

    /** What is linked to it now: a condition that came back later may be part of another one. */
    Stream<Finding> findings(Incident incident) {
        return kept(incident).filter(finding -> isOf(finding, incident));
    }

    /** Whether something of it has become part of another one. */
    boolean hasLost(Incident incident) {
        return kept(incident).anyMatch(finding -> !isOf(finding, incident));
    }

    private Stream<Finding> kept(Incident incident) {
        return incident.findings().stream().flatMap(key -> draft.find(Finding.class, key).stream());
    }

    private static boolean isOf(Finding finding, Incident incident) {
        return finding.incident().filter(incident.id()::equals).isPresent();
    }

    private Extent extent(Incident incident) {
        return extents.computeIfAbsent(
                incident.id(),
                _ -> {
                    Extent extent = new Extent(catalog.graph());
                    findings(incident).forEach(extent::add);
                    return extent;
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
