package dev.runside.server.web.incident;

import dev.runside.server.web.frame.Shell;
import dev.runside.server.web.picture.Trace;
import dev.runside.server.web.words.Named;
import dev.runside.server.web.words.Prose.Piece;
import dev.runside.server.web.words.Stamp;
import dev.runside.server.web.words.TierWord;
import java.util.List;
import java.util.Optional;

/**
 * One incident.
 *
 * @param state open, recovered, resolved or closed
 * @param why the rule that made the tier
 * @param mayAcknowledge true while nobody has
 * @param mayResolve true while it is not resolved and the viewer has the right to
 * @param couldResolve who has the right to, in a sentence; empty when it is resolved
 */
public record IncidentView(
        Shell shell,
        String id,
        long number,
        List<Piece> title,
        TierWord tier,
        List<Piece> why,
        String state,
        boolean mayAcknowledge,
        boolean mayResolve,
        String couldResolve,
        Facts facts,
        List<Suspected> suspects,
        List<Found> others,
        List<List<Piece>> ruledOut,
        List<RunView> runs,
        List<PageView> pages,
        List<Chapter> story) {

    /**
     * What is known at a glance.
     *
     * @param gap why nobody owns it; empty when somebody does
     * @param wasPaged false while {@code paged} is only whom a page would go to
     * @param span how long it took or has lasted
     */
    public record Facts(
            Optional<Named> owner,
            String gap,
            List<Named> products,
            List<Named> radius,
            List<String> facets,
            Optional<Named> seam,
            boolean wasPaged,
            List<Named> paged,
            List<Named> informed,
            String acknowledgedBy,
            Optional<Stamp> acknowledgedAt,
            String cause,
            boolean safety,
            List<Piece> detectedBy,
            Optional<Long> mergedInto,
            String span,
            List<Moment> moments) {}

    /** A point of its life: started, detected, opened, recovered, resolved, closed. */
    public record Moment(String word, Stamp at) {}

    /**
     * @param picture where it stands in its flow
     * @param percent the score of 100, for ranking only
     * @param findings what was seen at it
     */
    public record Suspected(
            Named named,
            String kind,
            String where,
            Optional<String> picture,
            int percent,
            List<List<Piece>> evidence,
            List<Found> findings) {}

    /**
     * A finding with its picture.
     *
     * @param until when it was over; absent while it holds
     * @param stale since when its source no longer repeats it
     * @param often how often it began lately, and how often somebody acted; empty where not known
     */
    public record Found(
            List<Piece> sentence,
            Named subject,
            String kind,
            boolean open,
            Stamp since,
            Optional<Stamp> until,
            Optional<Stamp> stale,
            String often,
            Trace trace) {}

    /**
     * @param tone good, bad or busy
     */
    public record RunView(
            String runbook,
            Named target,
            String agent,
            String phase,
            String tone,
            boolean active,
            String why,
            Stamp startedAt,
            Optional<Stamp> endedAt,
            String took,
            List<StepView> steps,
            String verify) {}

    /**
     * One step of a run.
     *
     * @param mark done, busy, wrong or ahead
     * @param state in words
     */
    public record StepView(
            String phase, String id, String action, String mark, String state, String output) {}

    /**
     * A page.
     *
     * @param next what happens when nobody answers; empty when nothing does
     */
    public record PageView(
            String status,
            String tone,
            List<Named> told,
            String acknowledgedBy,
            String reason,
            Optional<Stamp> sentAt,
            Optional<Stamp> endedAt,
            String next,
            Optional<Stamp> nextAt) {}

    /** Lines of the story that belong together. */
    public record Chapter(String heading, String style, List<Told> lines) {}

    /**
     * @param offset since the incident began, as in {@code +0.8 s}
     * @param noted when it was written down, where that was noticeably later; else empty
     */
    public record Told(List<Piece> text, String kind, String offset, Stamp at, String noted) {}
}
