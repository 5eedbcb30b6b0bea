package dev.runside.core.triage;

import dev.runside.core.Ref;
import dev.runside.core.state.Entry;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * One cause with all it does, one owner, one tier.
 *
 * @param number what people say: #1234
 * @param version rises with every change
 * @param findings keys of the findings linked to it
 * @param runs its runbook runs, oldest first
 * @param pages its pages, oldest first
 * @param heldBack the guard that last held a runbook back
 */
public record Incident(
        String id,
        long number,
        long version,
        State state,
        Judgement judgement,
        Set<String> findings,
        List<String> runs,
        List<String> pages,
        Times times,
        Optional<Acknowledgement> acknowledged,
        Optional<String> cause,
        boolean safety,
        DetectedBy detectedBy,
        Optional<String> mergedInto,
        Optional<String> heldBack)
        implements Entry {

    /**
     * Indicators say recovered; a person or the verified run says resolved; closing needs its
     * record.
     */
    public enum State {
        OPEN,
        RECOVERED,
        RESOLVED,
        CLOSED
    }

    /** Who saw it first. */
    public enum DetectedBy {
        SIGNAL,
        TICKET,
        PERSON
    }

    /**
     * @param by the person who took it
     */
    public record Acknowledgement(Ref by, Instant at) {}

    /**
     * @param startedAt the source's time of the earliest finding
     * @param pageBy not verified healed by then, a person is paged
     */
    public record Times(
            Instant startedAt,
            Instant detectedAt,
            Instant openedAt,
            Instant pageBy,
            Optional<Instant> recoveredAt,
            Optional<Instant> resolvedAt,
            Optional<Instant> closedAt) {

        /** Nothing was wrong any more: by its indicators, or else by whoever said so. */
        public Optional<Instant> overAt() {
            return recoveredAt.or(() -> resolvedAt).or(() -> closedAt);
        }

        /** From its beginning until it was over. */
        public Optional<Duration> lasted() {
            return overAt().map(end -> Duration.between(startedAt, end));
        }

        Times pagedBy(Instant at) {
            return new Times(
                    startedAt, detectedAt, openedAt, at, recoveredAt, resolvedAt, closedAt);
        }

        public Times recoveredAt(Instant at) {
            return new Times(
                    startedAt, detectedAt, openedAt, pageBy, Optional.of(at), resolvedAt, closedAt);
        }

        public Times reopenedAt() {
            return new Times(
                    startedAt,
                    detectedAt,
                    openedAt,
                    pageBy,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }

        public Times resolvedAt(Instant at) {
            return new Times(
                    startedAt,
                    detectedAt,
                    openedAt,
                    pageBy,
                    recoveredAt,
                    Optional.of(at),
                    closedAt);
        }

        public Times closedAt(Instant at) {
            return new Times(
                    startedAt,
                    detectedAt,
                    openedAt,
                    pageBy,
                    recoveredAt,
                    resolvedAt.or(() -> Optional.of(at)),
                    Optional.of(at));
        }
    }

    public Incident {
        findings = Collections.unmodifiableSortedSet(new TreeSet<>(findings));
        runs = List.copyOf(runs);
        pages = List.copyOf(pages);
    }

    @Override
    public String key() {
        return id;
    }

    public boolean live() {
        return state == State.OPEN || state == State.RECOVERED;
    }

    Incident linked(Collection<String> findingKeys) {
        Set<String> more = new TreeSet<>(findings);
        more.addAll(findingKeys);
        return with(state, judgement, more, times);
    }

    public Incident judged(Judgement next) {
        return with(state, next, findings, times);
    }

    public Incident pagedBy(Instant at) {
        return with(state, judgement, findings, times.pagedBy(at));
    }

    public Incident in(State next, Times nextTimes) {
        return with(next, judgement, findings, nextTimes);
    }

    public Incident withRun(String run) {
        return with(plus(runs, run), pages, acknowledged, cause, mergedInto, Optional.empty());
    }

    public Incident withPage(String page) {
        return with(runs, plus(pages, page), acknowledged, cause, mergedInto, heldBack);
    }

    public Incident acknowledgedBy(Ref person, Instant at) {
        return with(
                runs,
                pages,
                Optional.of(new Acknowledgement(person, at)),
                cause,
                mergedInto,
                heldBack);
    }

    public Incident causedBy(String text) {
        return with(runs, pages, acknowledged, Optional.of(text), mergedInto, heldBack);
    }

    public Incident heldBackBy(String guard) {
        return with(runs, pages, acknowledged, cause, mergedInto, Optional.of(guard));
    }

    Incident mergedInto(String other, Instant at) {
        return in(State.CLOSED, times.closedAt(at))
                .with(runs, pages, acknowledged, cause, Optional.of(other), heldBack);
    }

    /** What is known of it. */
    private Incident with(
            State newState, Judgement newJudgement, Set<String> newFindings, Times newTimes) {
        return new Incident(
                id,
                number,
                version + 1,
                newState,
                newJudgement,
                newFindings,
                runs,
                pages,
                newTimes,
                acknowledged,
                cause,
                safety,
                detectedBy,
                mergedInto,
                newState == state ? heldBack : Optional.empty());
    }

    /** What was done about it. */
    private Incident with(
            List<String> newRuns,
            List<String> newPages,
            Optional<Acknowledgement> newAcknowledged,
            Optional<String> newCause,
            Optional<String> newMergedInto,
            Optional<String> newHeldBack) {
        return new Incident(
                id,
                number,
                version + 1,
                state,
                judgement,
                findings,
                newRuns,
                newPages,
                times,
                newAcknowledged,
                newCause,
                safety,
                detectedBy,
                newMergedInto,
                newHeldBack);
    }

    private static List<String> plus(List<String> list, String item) {
        return java.util.stream.Stream.concat(list.stream(), java.util.stream.Stream.of(item))
                .toList();
    }
}
