package dev.runside.core.triage;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Catalog;
import dev.runside.core.catalog.Function;
import dev.runside.core.catalog.Layer;
import dev.runside.core.signal.Signal;
import dev.runside.core.state.Draft;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Findings in, incidents out: held while a change is under way, linked to the incident they belong
 * to, or the first of a new one.
 *
 * <pre>
 *   signal ─► finding ─► held (a change is under way)
 *                   └──► linked to a live or a just ended incident ─┐
 *                   └──► a new incident ────────────────────────────┴─► judged again
 * </pre>
 */
public final class Triage {

    /** How long a finding may outlive the incident it came late to, or the change that held it. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** A repeat that changes nothing costs no write within this time. */
    private static final Duration LAST_SEEN_LAG = Duration.ofSeconds(1);

    private static final Duration PAGE_BY = Duration.ofMinutes(3);
    private static final Duration AGENT_SILENCE = Duration.ofSeconds(30);

    private final Catalog catalog;
    private final Draft draft;
    private final Grouping grouping;

    public Triage(Catalog catalog, Draft draft) {
        this.catalog = catalog;
        this.draft = draft;
        this.grouping = new Grouping(catalog, draft);
    }

    /** Takes a signal in; returns the incidents to respond to. */
    public Set<String> observed(Signal signal) {
        return switch (signal.kind()) {
            case "process-gone", "no-answer" ->
                    raised(fromSignal(signal, signal.kind(), Function.PLATFORM));
            case "answering" -> alive(signal);
            case "alert" ->
                    signal.attribute("state").equals("resolved")
                            ? cleared(
                                    fromSignal(signal, "alert", Function.PLATFORM).key(),
                                    signal.judgedAt(),
                                    signal.title() + " resolved")
                            : raised(fromSignal(signal, "alert", Function.PLATFORM));
            case "change-started" -> started(signal);
            case "change-finished" -> finished(signal);
            case "data-run" -> dataRun(signal);
            default -> Set.of();
        };
    }

    /** A finding holds: new, or seen again. */
    public Set<String> raised(Finding finding) {
        Optional<Finding> known = draft.find(Finding.class, finding.key()).filter(Finding::open);
        if (known.isPresent()) {
            if (known.get().lastSeenAt().plus(LAST_SEEN_LAG).isBefore(draft.now())) {
                draft.put(known.get().seenAgain(draft.now()));
            }
            return Set.of();
        }
        Optional<Change> excuse = excuse(finding);
        if (excuse.isPresent()) {
            draft.put(
                    finding.heldBack(
                            excuse.get().kind()
                                    + " of "
                                    + excuse.get().subject()
                                    + " by "
                                    + excuse.get().by()));
            return Set.of();
        }
        return place(finding);
    }

    /** A finding no longer holds. */
    public Set<String> cleared(String key, Instant at, String sentence) {
        return draft.find(Finding.class, key)
                .filter(Finding::open)
                .map(finding -> {
                    draft.put(finding.cleared(draft.now()));
                    finding.incident()
                            .ifPresent(incident ->
                                    draft.tell(incident, at, "finding", "over: " + sentence));
                    return finding.incident().map(Set::of).orElse(Set.of());
                })
                .orElse(Set.of());
    }

    /** Time passes: held findings whose excuse is over are placed, an agent's silence is found. */
    public Set<String> ticked() {
        Set<String> touched = new TreeSet<>();
        draft.all(Finding.class)
                .filter(Finding::open)
                .forEach(finding -> {
                    if (finding.held().isPresent() && excuse(finding).isEmpty()) {
                        touched.addAll(place(finding));
                    }
                    if (outlived(finding)) {
                        touched.addAll(place(finding));
                    }
                });
        draft.all(AgentSeen.class)
                .filter(agent -> agent.silent(draft.now(), AGENT_SILENCE))
                .forEach(agent -> touched.addAll(raised(silent(agent))));
        return touched;
    }

    /** Judges a live incident again on what is known now. */
    public Judgement judge(Incident incident) {
        List<Finding> all =
                incident.findings().stream()
                        .flatMap(key -> draft.find(Finding.class, key).stream())
                        .toList();
        List<Finding> open = all.stream().filter(Finding::open).toList();
        return judge(open.isEmpty() ? all : open, catalog, draft.all(Change.class).toList());
    }

    private static Judgement judge(
            List<Finding> findings, Catalog catalog, Collection<Change> changes) {
        Diagnosis diagnosis = new Diagnostician(catalog, findings, changes).diagnose();
        return new Concern(catalog, findings, diagnosis).judge();
    }

    private Set<String> place(Finding finding) {
        List<Incident> live = grouping.live(finding);
        if (!live.isEmpty()) {
            Incident first = live.getFirst();
            live.stream().skip(1).forEach(other -> merge(other, first));
            return Set.of(link(finding, draft.find(Incident.class, first.id()).orElseThrow()));
        }
        List<Incident> late = finding.incident().isPresent() ? List.of() : grouping.late(finding);
        return late.isEmpty() ? Set.of(open(finding)) : Set.of(link(finding, late.getLast()));
    }

    private String link(Finding finding, Incident incident) {
        draft.put(finding.linkedTo(incident.id()));
        draft.put(incident.linked(finding.key()));
        draft.tell(
                incident.id(),
                finding.startedAt(),
                "finding",
                finding.subject() + ": " + finding.sentence());
        return incident.id();
    }

    private void merge(Incident other, Incident into) {
        Incident merged = into;
        for (String key : other.findings()) {
            draft.find(Finding.class, key)
                    .ifPresent(finding -> draft.put(finding.linkedTo(into.id())));
            merged = merged.linked(key);
        }
        draft.put(merged);
        draft.put(other.mergedInto(into.id(), draft.now()));
        draft.tell(into.id(), "state", "took in #" + other.number() + ": one cause");
        draft.tell(other.id(), "state", "merged into #" + into.number() + ": one cause");
    }

    private String open(Finding finding) {
        String id = draft.newId("inc");
        long number = draft.find(Counter.class, "incident").map(Counter::next).orElse(1L);
        draft.put(new Counter("incident", number));
        draft.put(finding.linkedTo(id));
        Judgement judgement = judge(List.of(finding), catalog, draft.all(Change.class).toList());
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
                        Optional.empty()));
        draft.tell(id, finding.startedAt(), "signal", "first evidence at " + finding.subject());
        draft.tell(
                id, finding.detectedAt(), "finding", finding.subject() + ": " + finding.sentence());
        return id;
    }

    /** The change that this finding began under, on its own hop or on one it depends on. */
    private Optional<Change> excuse(Finding finding) {
        Ref subject = finding.subject();
        return draft.all(Change.class)
                .filter(change ->
                        change.subject().equals(subject)
                                || catalog.graph().dependsOn(subject, change.subject())
                                || inFlow(subject, change.subject()))
                .filter(change -> change.covers(finding.startedAt(), finding.blur()))
                .filter(change ->
                        change.underWay(draft.now())
                                || change.finishedAt()
                                        .filter(end -> draft.now().isBefore(end.plus(PATIENCE)))
                                        .isPresent())
                .findFirst();
    }

    private boolean inFlow(Ref subject, Ref changed) {
        return subject.is("flow")
                && catalog.flows().containsKey(subject)
                && catalog.flows().get(subject).path().contains(changed);
    }

    private boolean outlived(Finding finding) {
        return finding.incident()
                .flatMap(id -> draft.find(Incident.class, id))
                .filter(incident -> !incident.live() && incident.mergedInto().isEmpty())
                .flatMap(incident -> incident.times().resolvedAt())
                .filter(end -> draft.now().isAfter(end.plus(PATIENCE)))
                .isPresent();
    }

    private Set<String> alive(Signal signal) {
        Set<String> touched = new TreeSet<>();
        signal.subject()
                .ifPresent(subject ->
                        List.of("process-gone", "no-answer")
                                .forEach(kind ->
                                        touched.addAll(
                                                cleared(
                                                        Finding.key(kind, subject, ""),
                                                        signal.judgedAt(),
                                                        subject + " answers"))));
        return touched;
    }

    private Set<String> started(Signal signal) {
        signal.subject().ifPresent(subject -> draft.put(Changes.started(signal, subject)));
        return Set.of();
    }

    private Set<String> finished(Signal signal) {
        signal.subject()
                .ifPresent(subject ->
                        draft.put(
                                draft.find(Change.class, Changes.id(signal))
                                        .orElseGet(() -> Changes.started(signal, subject))
                                        .finished(signal.judgedAt())));
        return Set.of();
    }

    private Set<String> dataRun(Signal signal) {
        Set<String> touched = new TreeSet<>();
        signal.subject()
                .ifPresent(reader -> {
                    DataRuns runs = new DataRuns(draft);
                    runs.raised(signal, reader).forEach(finding -> touched.addAll(raised(finding)));
                    runs.cleared(signal, reader)
                            .forEach(key ->
                                    touched.addAll(
                                            cleared(
                                                    key,
                                                    signal.judgedAt(),
                                                    signal.title() + " completed")));
                });
        return touched;
    }

    private Finding fromSignal(Signal signal, String kind, Function function) {
        Ref subject = signal.subject().orElse(new Ref("unmapped", signal.source().name()));
        String detail = kind.equals("alert") ? signal.fingerprint() : "";
        String sentence =
                switch (kind) {
                    case "process-gone" -> "its process is gone";
                    case "no-answer" ->
                            "its process exists but does not answer ("
                                    + signal.attribute("misses")
                                    + " misses)";
                    default -> signal.title();
                };
        return new Finding(
                Finding.key(kind, subject, detail),
                kind,
                subject,
                Layer.PRODUCT,
                function,
                Optional.empty(),
                "",
                signal.judgedAt(),
                draft.now(),
                draft.now(),
                sentence,
                List.of(),
                Finding.State.OPEN,
                Optional.empty(),
                Optional.empty());
    }

    private Finding silent(AgentSeen agent) {
        return new Finding(
                Finding.key("agent-silent", agent.agent(), ""),
                "agent-silent",
                agent.agent(),
                Layer.MACHINERY,
                Function.PLATFORM,
                Optional.empty(),
                "",
                agent.seenAt(),
                draft.now(),
                draft.now(),
                "no heartbeat for "
                        + Duration.between(agent.seenAt(), draft.now()).toSeconds()
                        + " s",
                List.of(),
                Finding.State.OPEN,
                Optional.empty(),
                Optional.empty());
    }
}
