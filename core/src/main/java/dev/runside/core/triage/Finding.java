package dev.runside.core.triage;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Function;
import dev.runside.core.catalog.Layer;
import dev.runside.core.state.Entry;
import dev.runside.core.watch.Bucket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Something is wrong with a subject, said in one sentence.
 *
 * @param key the condition: the same one raised again replaces its former occurrence
 * @param object what of the subject, such as the dataset; empty when the subject itself
 * @param startedAt since when, by the source's clock
 * @param lastSeenAt when the evidence was last renewed, by the server's clock
 * @param picture the series behind it, oldest first; empty for events
 * @param incident the incident it is linked to
 * @param held why no incident was made of it (a change under way)
 * @param staleSince since when the source that said it no longer repeats it, without having said
 *     that it is over
 */
public record Finding(
        String key,
        String kind,
        Ref subject,
        Layer layer,
        Function function,
        Optional<String> indicator,
        String object,
        Instant startedAt,
        Instant detectedAt,
        Instant lastSeenAt,
        String sentence,
        List<Double> picture,
        State state,
        Optional<String> incident,
        Optional<String> held,
        Optional<Instant> staleSince)
        implements Entry {

    /** Holds, or held. */
    public enum State {
        OPEN,
        CLEARED
    }

    public Finding {
        picture = List.copyOf(picture);
    }

    /**
     * A finding from an event rather than from an indicator.
     *
     * @param detail tells conditions of one kind at one subject apart; else empty
     */
    public static Finding event(
            String kind,
            Ref subject,
            String detail,
            Layer layer,
            Function function,
            Instant startedAt,
            Instant now,
            String sentence) {
        return new Finding(
                key(kind, subject, detail),
                kind,
                subject,
                layer,
                function,
                Optional.empty(),
                "",
                startedAt,
                now,
                now,
                sentence,
                List.of(),
                State.OPEN,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    Finding about(String what) {
        return new Finding(
                key,
                kind,
                subject,
                layer,
                function,
                indicator,
                what,
                startedAt,
                detectedAt,
                lastSeenAt,
                sentence,
                picture,
                state,
                incident,
                held,
                staleSince);
    }

    public static String key(String kind, Ref subject, String detail) {
        return kind + "@" + subject + (detail.isEmpty() ? "" : "#" + detail);
    }

    public boolean open() {
        return state == State.OPEN;
    }

    /** A process that is gone, or exists and does not answer. */
    public boolean lifeless() {
        return kind.equals("process-gone") || kind.equals("no-answer");
    }

    /**
     * How much earlier than it was its beginning may be stated: an indicator knows it to the
     * bucket.
     */
    Duration blur() {
        return indicator.isPresent() ? Duration.ofSeconds(Bucket.SECONDS) : Duration.ZERO;
    }

    public Finding seenAgain(Instant at) {
        return with(at, state, incident, held, staleSince);
    }

    public Finding cleared(Instant at) {
        return with(at, State.CLEARED, incident, held, Optional.empty());
    }

    public Finding linkedTo(String incidentId) {
        return with(lastSeenAt, state, Optional.of(incidentId), Optional.empty(), staleSince);
    }

    public Finding heldBack(String reason) {
        return with(lastSeenAt, state, incident, Optional.of(reason), staleSince);
    }

    /** Its source does not repeat it any longer: it holds until its source says otherwise. */
    Finding stale(Instant since) {
        return with(lastSeenAt, state, incident, held, Optional.of(since));
    }

    Finding repeated(Instant at) {
        return with(at, state, incident, held, Optional.empty());
    }

    private Finding with(
            Instant seenAt,
            State newState,
            Optional<String> newIncident,
            Optional<String> newHeld,
            Optional<Instant> newStaleSince) {
        return new Finding(
                key,
                kind,
                subject,
                layer,
                function,
                indicator,
                object,
                startedAt,
                detectedAt,
                seenAt,
                sentence,
                picture,
                newState,
                newIncident,
                newHeld,
                newStaleSince);
    }
}
