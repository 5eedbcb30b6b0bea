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
 * @param object what of the subject, such as the dataset, or the alert's name; empty when the
 *     subject itself
 * @param startedAt since when, by the source's clock
 * @param lastSeenAt when the evidence was last renewed, by the server's clock
 * @param picture the series behind it, oldest first; empty for events
 * @param incident the incident it is linked to
 * @param held why no incident was made of it (a change under way)
 * @param alerts those that it counts
 * @param excess how many calls a second failed or were late beyond what is usual, when it was
 *     raised; 0 when they are not counted
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
        Alerts alerts,
        double excess)
        implements Entry {

    /** The kind of what nobody is woken for: a budget that goes slowly. */
    public static final String TICKET = "budget-drain";

    /** Unlike its own past, and nobody is woken for it. */
    public static final String UNUSUAL = "unusual";

    /** Unlike its own past, and somebody wants to be woken for it. */
    public static final String ANOMALY = "anomaly";

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
                Alerts.NONE,
                0);
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
                alerts,
                excess);
    }

    public static String key(String kind, Ref subject, String detail) {
        return kind + "@" + subject + (detail.isEmpty() ? "" : "#" + detail);
    }

    public boolean open() {
        return state == State.OPEN;
    }

    /** Nobody set a bound for it. */
    boolean unlikeItsPast() {
        return kind.equals(UNUSUAL) || kind.equals(ANOMALY);
    }

    /** Nobody is woken for it. */
    public boolean canWait() {
        return kind.equals(TICKET) || kind.equals(UNUSUAL);
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

    /** Since when the sources that said it no longer repeat it, without saying that it is over. */
    public Optional<Instant> staleSince() {
        return alerts.staleSince();
    }

    /** The sentence, with how many alerts say it. */
    public String said() {
        return sentence + alerts.said();
    }

    Finding saying(String other) {
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
                lastSeenAt,
                other,
                picture,
                state,
                incident,
                held,
                alerts,
                excess);
    }

    public Finding seenAgain(Instant at) {
        return with(startedAt, at, state, incident, held, alerts);
    }

    public Finding cleared(Instant at) {
        return with(startedAt, at, State.CLEARED, incident, held, Alerts.NONE);
    }

    public Finding linkedTo(String incidentId) {
        return with(
                startedAt, lastSeenAt, state, Optional.of(incidentId), Optional.empty(), alerts);
    }

    public Finding heldBack(String reason) {
        return with(startedAt, lastSeenAt, state, incident, Optional.of(reason), alerts);
    }

    /** One alert more says it. */
    Finding joinedBy(Finding told) {
        Instant first = told.startedAt.isBefore(startedAt) ? told.startedAt : startedAt;
        return with(first, told.lastSeenAt, state, incident, held, alerts.more());
    }

    Finding with(Alerts counted) {
        return with(startedAt, lastSeenAt, state, incident, held, counted);
    }

    private Finding with(
            Instant began,
            Instant seenAt,
            State newState,
            Optional<String> newIncident,
            Optional<String> newHeld,
            Alerts newAlerts) {
        return new Finding(
                key,
                kind,
                subject,
                layer,
                function,
                indicator,
                object,
                began,
                detectedAt,
                seenAt,
                sentence,
                picture,
                newState,
                newIncident,
                newHeld,
                newAlerts,
                excess);
    }
}
