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
        Optional<String> held)
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
                held);
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
        return with(at, state, incident, held);
    }

    public Finding cleared(Instant at) {
        return with(at, State.CLEARED, incident, held);
    }

    public Finding linkedTo(String incidentId) {
        return with(lastSeenAt, state, Optional.of(incidentId), Optional.empty());
    }

    public Finding heldBack(String reason) {
        return with(lastSeenAt, state, incident, Optional.of(reason));
    }

    private Finding with(
            Instant seenAt,
            State newState,
            Optional<String> newIncident,
            Optional<String> newHeld) {
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
                newHeld);
    }
}
