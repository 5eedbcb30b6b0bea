package dev.runside.core.triage;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Catalog;
import dev.runside.core.cluster.Topic;
import dev.runside.core.signal.Signal;
import dev.runside.core.state.Draft;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;

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

    /** How long a finding may outlive the change that held it. */
    static final Duration PATIENCE = Duration.ofSeconds(30);

    /** How long a finding may outlive the incident it came late to. */
    private static final Duration OUTLIVES = Duration.ofSeconds(15);

    /** A repeat that changes nothing costs no write within this time. */
    private static final Duration LAST_SEEN_LAG = Duration.ofSeconds(1);

    private static final String ANEW = "nothing was heard of it for an hour, and it fires anew";

    private static final Duration AGENT_SILENCE = Duration.ofSeconds(30);

    private final Catalog catalog;
    private final Draft draft;
    private final Linking linking;
    private final Excuses excuses;
    private final AlertCount alerts;
    private final Jobs jobs;
    private final Recovery recovery;
    private final Surges surges;

    public Triage(Catalog catalog, Draft draft) {
        this.catalog = catalog;
        this.draft = draft;
        this.linking = new Linking(catalog, draft);
        this.excuses = new Excuses(catalog, draft);
        this.alerts = new AlertCount(draft);
        this.jobs = new Jobs(draft);
        this.recovery = new Recovery(catalog, draft, linking);
        this.surges = new Surges(catalog, draft);
    }

    /**
     * The condition that a signal tells of by itself, as the key of its finding; empty where it
     * tells of none, or of one only together with others.
     */
    public static Optional<String> condition(Signal signal) {
        return Events.key(signal);
    }

    /** Takes signals in; returns the incidents to respond to. */
    public Set<String> observed(List<Signal> signals) {
        Set<String> touched = new TreeSet<>();
        signals.forEach(signal -> touched.addAll(observed(signal)));
        linking.write();
        return touched;
    }

    private Set<String> observed(Signal signal) {
        return switch (signal.kind()) {
            case "process-gone", "no-answer" -> raise(Events.finding(signal, draft.now()));
            case "answering" -> alive(signal);
            case "alert" -> alert(signal);
            case "change-started" -> noted(signal, Changes::begin);
            case "change-finished" -> noted(signal, Changes::end);
            case "data-run", "data-job" -> dataRun(signal);
            case "data-set" -> noted(signal, DataRuns::described);
            case "job-started" -> job(signal, jobs::started);
            case "job-ended" -> job(signal, jobs::ended);
            case "source-state" -> sourceState(signal);
            default -> Set.of();
        };
    }

    /** A finding holds: new, or seen again. */
    public Set<String> raised(Finding finding) {
        Set<String> touched = raise(finding);
        linking.write();
        return touched;
    }

    /** The tickets of a surge were read; returns the incident to respond to. */
    public Set<String> read(String finding, int tickets, List<Topic> topics) {
        return surges.read(finding, tickets, topics);
    }

    private Set<String> raise(Finding finding) {
        Optional<Finding> known = draft.find(Finding.class, finding.key()).filter(Finding::open);
        if (known.isPresent()) {
            if (known.get().lastSeenAt().plus(LAST_SEEN_LAG).isBefore(draft.now())) {
                draft.put(known.get().seenAgain(draft.now()));
            }
            return Set.of();
        }
        surges.raised(finding);
        Optional<Change> excuse = excuses.of(finding);
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
        return linking.place(finding);
    }

    /** A finding no longer holds. */
    public Set<String> cleared(String key, Instant at, String sentence) {
        return draft.find(Finding.class, key)
                .filter(Finding::open)
                .map(finding -> {
                    draft.put(finding.cleared(draft.now()));
                    draft.find(Eased.class, key)
                            .ifPresent(eased -> draft.remove(Eased.class, eased.key()));
                    finding.incident()
                            .ifPresent(incident ->
                                    draft.tell(incident, at, "finding", "over: " + sentence));
                    return finding.incident().map(Set::of).orElse(Set.of());
                })
                .orElse(Set.of());
    }

    /** What these findings speak of goes well of late, though they hold. */
    public void eased(Set<String> findings) {
        recovery.eased(findings);
    }

    /**
     * Time passes: held findings whose excuse is over are placed, an agent's silence is found, and
     * what outlives the shared system it hung on is judged again.
     */
    public Set<String> ticked() {
        Set<String> touched = new TreeSet<>();
        draft.all(Finding.class)
                .filter(Finding::open)
                .forEach(finding -> {
                    if (finding.held().isPresent() && excuses.of(finding).isEmpty()) {
                        touched.addAll(linking.place(finding));
                    }
                    if (outlived(finding)) {
                        touched.addAll(linking.place(finding));
                    }
                });
        draft.all(AgentSeen.class)
                .filter(agent -> agent.silent(draft.now(), AGENT_SILENCE))
                .forEach(agent -> touched.addAll(raise(agent.silence(draft.now()))));
        jobs.overdue().stream()
                .filter(late ->
                        draft.find(Finding.class, late.key()).filter(Finding::open).isEmpty())
                .forEach(late -> touched.addAll(raise(late)));
        jobs.forgotten()
                .forEach(key -> touched.addAll(cleared(key, draft.now(), "it comes no more")));
        surges.ticked();
        touched.addAll(recovery.ticked());
        linking.write();
        return touched;
    }

    /** Judges a live incident again on what is known now. */
    public Judgement judge(Incident incident) {
        return linking.judge(incident);
    }

    private boolean outlived(Finding finding) {
        return finding.incident()
                .flatMap(id -> draft.find(Incident.class, id))
                .filter(incident -> !incident.live() && incident.mergedInto().isEmpty())
                .flatMap(incident -> incident.times().resolvedAt())
                .filter(end -> draft.now().isAfter(end.plus(OUTLIVES)))
                .isPresent();
    }

    private Set<String> job(Signal signal, BiFunction<Signal, Ref, Jobs.Judged> reading) {
        Set<String> touched = new TreeSet<>();
        signal.subject()
                .map(subject -> reading.apply(signal, subject))
                .ifPresent(judged -> {
                    judged.over()
                            .forEach(key ->
                                    touched.addAll(
                                            cleared(key, signal.judgedAt(), signal.title())));
                    judged.raised().forEach(finding -> touched.addAll(raise(finding)));
                });
        return touched;
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

    /**
     * A source that fell silent says nothing of the hops it spoke for: they are not the suspect.
     */
    private Set<String> sourceState(Signal signal) {
        Finding finding = SourceStates.finding(signal, draft.now());
        if (signal.attribute("state").equals("resolved")) {
            return cleared(finding.key(), signal.judgedAt(), signal.title());
        }
        Set<String> touched = new TreeSet<>();
        if (finding.kind().equals(SourceStates.SILENT)) {
            SourceStates.missing(draft, finding.subject())
                    .forEach(key ->
                            touched.addAll(
                                    cleared(
                                            key,
                                            signal.judgedAt(),
                                            finding.subject() + " itself is silent")));
        }
        touched.addAll(raise(finding));
        return touched;
    }

    private Set<String> alert(Signal signal) {
        Finding finding = Events.alert(signal, draft.now());
        return switch (signal.attribute("state")) {
            case "resolved" ->
                    alerts.wasLast(signal, finding.key())
                            ? cleared(
                                    finding.key(), signal.judgedAt(), signal.title() + " resolved")
                            : Set.of();
            case "stale" -> {
                alerts.stale(signal, finding.key());
                yield Set.of();
            }
            case "repeated" -> {
                alerts.repeated(signal, finding.key());
                yield Set.of();
            }
            default -> fires(signal, finding);
        };
    }

    private Set<String> fires(Signal signal, Finding told) {
        Optional<Finding> anew = alerts.anew(signal, told);
        if (anew.isEmpty()) {
            return alerts.joins(signal, told) ? Set.of() : raise(told);
        }
        Set<String> touched = new TreeSet<>(cleared(told.key(), signal.judgedAt(), ANEW));
        touched.addAll(raise(anew.get()));
        return touched;
    }

    /** What is known for later, and touches nothing by itself. */
    private Set<String> noted(Signal signal, BiConsumer<Draft, Signal> reading) {
        reading.accept(draft, signal);
        return Set.of();
    }

    private Set<String> dataRun(Signal signal) {
        Set<String> touched = new TreeSet<>();
        signal.subject()
                .ifPresent(reader -> {
                    DataRuns runs = new DataRuns(draft);
                    runs.raised(signal, reader).forEach(finding -> touched.addAll(raise(finding)));
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
}
