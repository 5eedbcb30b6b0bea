package dev.runside.core.triage;

import dev.runside.core.Ref;
import dev.runside.core.signal.Signal;
import dev.runside.core.state.Draft;
import java.time.Duration;
import java.util.Optional;

/**
 * Reads changes out of signals: attributes {@code change}, {@code type}, {@code summary}, {@code
 * by}, {@code forSeconds}.
 */
final class Changes {

    /** What a reference may hold. */
    private static final int LONGEST = 250;

    private static final long USUAL_SECONDS = 600;
    private static final long STOP_SECONDS = 3600;
    private static final long MOST_SECONDS = 7 * 24 * 3600;

    private Changes() {}

    /**
     * The name of the change for this subject. Whose name is taken by a change of another subject
     * gets one of its own: nobody ends or replaces what is announced for others.
     */
    private static String id(Draft draft, Signal signal, Ref subject) {
        String given = signal.attribute("change");
        String id = given.isEmpty() ? signal.id() : given;
        boolean taken =
                draft.find(Change.class, id)
                        .filter(change -> !change.subject().equals(subject))
                        .isPresent();
        String own = id + "@" + subject.name();
        return taken ? own.substring(0, Math.min(own.length(), LONGEST)) : id;
    }

    /** A start that comes after its end does not begin it anew. */
    static void begin(Draft draft, Signal signal) {
        signal.subject()
                .map(subject -> started(draft, signal, subject))
                .filter(change ->
                        draft.find(Change.class, change.id())
                                .flatMap(Change::finishedAt)
                                .filter(end -> !end.isBefore(change.startedAt()))
                                .isEmpty())
                .ifPresent(draft::put);
    }

    static void end(Draft draft, Signal signal) {
        signal.subject()
                .ifPresent(subject ->
                        draft.put(
                                draft.find(Change.class, id(draft, signal, subject))
                                        .orElseGet(() -> started(draft, signal, subject))
                                        .finished(signal.judgedAt())));
    }

    private static Change started(Draft draft, Signal signal, Ref subject) {
        String kind = signal.attributes().getOrDefault("type", "change");
        String by =
                signal.attribute("by").isEmpty()
                        ? signal.source().toString()
                        : signal.attribute("by");
        String summary =
                signal.attribute("summary").isEmpty()
                        ? signal.title()
                        : signal.attribute("summary");
        return new Change(
                id(draft, signal, subject),
                kind,
                subject,
                summary,
                by,
                signal.judgedAt(),
                Optional.empty(),
                signal.judgedAt().plus(planned(signal, kind)));
    }

    private static Duration planned(Signal signal, String kind) {
        String given = signal.attribute("forSeconds");
        long usual = kind.equals("stop") ? STOP_SECONDS : USUAL_SECONDS;
        boolean number = given.matches("\\d{1,7}");
        return Duration.ofSeconds(number ? Math.min(Long.parseLong(given), MOST_SECONDS) : usual);
    }
}
