package dev.runside.core.triage;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Catalog;
import dev.runside.core.state.Draft;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/** Puts findings into incidents: one that is live, one that is just over, or a new one. */
final class Linking {

    private static final Duration PAGE_BY = Duration.ofMinutes(3);

    private static final Duration JUST_ENDED = Duration.ofSeconds(60);

    private final Catalog catalog;
    private final Draft draft;
    private final Grouping grouping;

    /** Links by incident that the incidents do not say yet: each is written once a decision. */
    private final Map<String, List<String>> unwritten = new LinkedHashMap<>();

    Linking(Catalog catalog, Draft draft) {
        this.catalog = catalog;
        this.draft = draft;
        this.grouping = new Grouping(catalog, draft);
    }

    /**
     * On what is open, and on what ended when that had begun: which finding ends first says nothing
     * of which began first, and what had ended before it began has no part in it. Once some of it
     * has come back as part of another incident, nothing more is learned of this one.
     */
    Judgement judge(Incident incident) {
        List<Finding> all =
                grouping.findings(incident).sorted(Diagnostician.STRONGEST_FIRST).toList();
        if (all.isEmpty() || grouping.hasLost(incident)) {
            return incident.judgement();
        }
        Optional<Instant> began =
                all.stream()
                        .filter(Finding::open)
                        .map(Finding::startedAt)
                        .min(Comparator.naturalOrder());
        List<Finding> together =
                all.stream()
                        .filter(finding ->
                                finding.open() || began.isEmpty() || lasted(finding, began.get()))
                        .toList();
        Optional<Remainder> remainder = draft.find(Remainder.class, incident.id());
        Judgement judged =
                judge(together, remainder.map(rest -> Set.of(rest.recovered())).orElse(Set.of()));
        return remainder
                .map(rest -> judged.at(judged.tier(), judged.why() + "; " + rest.sentence(), false))
                .orElse(judged);
    }

    /** What is linked to it now. */
    Stream<Finding> findings(Incident incident) {
        return grouping.findings(incident);
    }

    private static boolean lasted(Finding finding, Instant until) {
        return finding.lastSeenAt().plus(JUST_ENDED).isAfter(until);
    }

    private Judgement judge(List<Finding> findings, Set<Ref> well) {
        Diagnosis diagnosis =
                new Diagnostician(
                                catalog,
                                findings,
                                draft.all(Change.class).toList(),
                                well,
                                missed(findings))
                        .diagnose();
        Judgement judgement = new Concern(catalog, findings, diagnosis).judge();
        return surge(findings).map(judgement::saying).orElse(judgement);
    }

    private List<Suspect> missed(List<Finding> findings) {
        return findings.stream().anyMatch(finding -> finding.kind().equals(Losses.LOST))
                ? new Losses(catalog, draft).suspects(findings)
                : List.of();
    }

    /** What the tickets among it come from, where they surge. */
    private Optional<String> surge(List<Finding> findings) {
        List<Complaints> complaints =
                findings.stream()
                        .flatMap(each -> draft.find(Complaints.class, each.key()).stream())
                        .toList();
        return new SurgeCause(catalog, findings, draft.all(Change.class).toList(), complaints)
                .sentence();
    }

    /**
     * Links the finding to the open incident it belongs to, to one that recovered or ended just
     * now, or opens one; returns its incident, and those that were merged into it.
     */
    Set<String> place(Finding finding) {
        Set<String> touched = new TreeSet<>();
        String id = placed(finding, touched);
        if (finding.subject().onPath()) {
            draft.find(Incident.class, id)
                    .filter(own -> own.state() == Incident.State.OPEN)
                    .map(own -> grouping.sharing(own, finding))
                    .filter(others -> !others.isEmpty())
                    .ifPresent(others -> {
                        write();
                        Stream<Incident> own = draft.find(Incident.class, id).stream();
                        one(Stream.concat(own, others.stream()).toList(), touched);
                    });
        }
        touched.add(id);
        return touched;
    }

    /**
     * Takes these out of their incident, each into the one it belongs to without it, or into a new
     * one; returns all of them.
     *
     * @param remainder what a new one is, by its id
     */
    Set<String> part(Incident from, List<Finding> rest, Function<String, Remainder> remainder) {
        Set<String> touched = new TreeSet<>(Set.of(from.id()));
        grouping.leave(from);
        for (Finding finding : rest) {
            touched.addAll(place(finding));
            String id =
                    draft.find(Finding.class, finding.key())
                            .flatMap(Finding::incident)
                            .orElseThrow();
            boolean anew =
                    draft.find(Incident.class, id)
                            .filter(own -> own.times().openedAt().equals(draft.now()))
                            .isPresent();
            if (anew && draft.find(Remainder.class, id).isEmpty()) {
                Remainder why = draft.put(remainder.apply(id));
                draft.tell(id, "state", why.sentence());
                draft.tell(
                        from.id(),
                        "state",
                        finding.subject() + " goes on failing: it is an incident of its own");
            }
        }
        grouping.back();
        return touched;
    }

    private String placed(Finding finding, Set<String> touched) {
        List<Incident> open = grouping.open(finding);
        if (open.size() == 1) {
            return link(finding, open.getFirst());
        }
        write();
        List<Incident> live = open.isEmpty() ? grouping.reopened(finding) : open;
        if (!live.isEmpty()) {
            return link(finding, one(live, touched));
        }
        List<Incident> late = finding.incident().isPresent() ? List.of() : grouping.late(finding);
        return late.isEmpty() ? open(finding) : link(finding, late.getLast());
    }

    /** The oldest of them, which takes in the others. */
    private Incident one(List<Incident> several, Set<String> touched) {
        List<Incident> byAge =
                several.stream().sorted(Comparator.comparing(Incident::number)).toList();
        Incident first = byAge.getFirst();
        byAge.stream().skip(1).forEach(other -> merge(other.id(), first.id()));
        byAge.forEach(each -> touched.add(each.id()));
        return first;
    }

    /** Writes the links into their incidents. */
    void write() {
        unwritten.forEach((id, keys) ->
                draft.find(Incident.class, id)
                        .ifPresent(incident -> draft.put(incident.linked(keys))));
        unwritten.clear();
    }

    private String link(Finding finding, Incident incident) {
        draft.put(finding.linkedTo(incident.id()));
        unwritten.computeIfAbsent(incident.id(), _ -> new ArrayList<>()).add(finding.key());
        grouping.linked(incident, finding);
        draft.tell(
                incident.id(),
                finding.startedAt(),
                "finding",
                finding.subject() + ": " + finding.said());
        return incident.id();
    }

    private void merge(String otherId, String intoId) {
        Incident other = draft.find(Incident.class, otherId).orElseThrow();
        Incident into = draft.find(Incident.class, intoId).orElseThrow();
        List<Finding> its = grouping.findings(other).toList();
        its.forEach(finding -> draft.put(finding.linkedTo(into.id())));
        draft.put(into.linked(its.stream().map(Finding::key).toList()));
        draft.put(other.mergedInto(into.id(), draft.now()));
        grouping.changed(into);
        draft.tell(into.id(), "state", "took in #" + other.number() + ": one cause");
        draft.tell(other.id(), "state", "merged into #" + into.number() + ": one cause");
    }

    private String open(Finding finding) {
        String id = draft.newId("inc");
        long number = draft.find(Counter.class, "incident").map(Counter::next).orElse(1L);
        draft.put(new Counter("incident", number));
        draft.put(finding.linkedTo(id));
        Judgement judgement = judge(List.of(finding), Set.of());
        boolean safety =
                judgement.radius().stream()
                        .anyMatch(ref ->
                                catalog.products().containsKey(ref)
                                        && catalog.products().get(ref).safetyClass());
        Instant now = draft.now();
        Incident.Times times =
                new Incident.Times(
                        finding.startedAt(),
                        finding.detectedAt(),
                        now,
                        safety ? now : now.plus(PAGE_BY),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
        draft.put(
                new Incident(
                        id,
                        number,
                        1,
                        Incident.State.OPEN,
                        judgement,
                        Set.of(finding.key()),
                        List.of(),
                        List.of(),
                        times,
                        Optional.empty(),
                        Optional.empty(),
                        safety,
                        finding.kind().equals("ticket-surge")
                                ? Incident.DetectedBy.TICKET
                                : Incident.DetectedBy.SIGNAL,
                        Optional.empty(),
                        Optional.empty()));
        draft.tell(id, finding.startedAt(), "signal", "first evidence at " + finding.subject());
        draft.tell(id, finding.detectedAt(), "finding", finding.subject() + ": " + finding.said());
        return id;
    }
}
