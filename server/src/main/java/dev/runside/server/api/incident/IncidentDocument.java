package dev.runside.server.api.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One incident with all that belongs to it, as it is sent. Fields are only ever added.
 *
 * @param id as in {@code inc_…}
 * @param number what people say: #1234
 * @param version rises with every change; also the ETag
 * @param tier routine, novel or systemic
 * @param why the rule that made the tier
 * @param state open, recovered, resolved or closed
 * @param gap why there is no owner
 * @param informed who was told and not asked for anything
 * @param ruledOut what the evidence speaks against
 * @param detectedBy signal, ticket or person
 * @param lasted from its beginning until it was over, as in {@code PT4.4S}
 */
record IncidentDocument(
        String id,
        long number,
        long version,
        String title,
        String tier,
        String why,
        String state,
        @Nullable String owner,
        @Nullable String gap,
        List<String> products,
        List<String> facets,
        @Nullable String seam,
        List<Suspect> suspects,
        List<String> ruledOut,
        List<Line> timeline,
        List<Finding> findings,
        List<RunDocument> runs,
        List<DeedDocument> deeds,
        List<Page> pages,
        List<String> informed,
        boolean safety,
        @Nullable String cause,
        String detectedBy,
        Instant startedAt,
        Instant detectedAt,
        Instant openedAt,
        @Nullable Acknowledged acknowledged,
        Instant pageBy,
        @Nullable Instant recoveredAt,
        @Nullable Instant resolvedAt,
        @Nullable Instant closedAt,
        @Nullable Duration lasted,
        @Nullable String mergedInto) {

    /**
     * @param ref of a change: {@code change:id}
     * @param at the hop it happened on
     */
    record Suspect(String ref, String at, String kind, double score, List<String> evidence) {}

    /**
     * @param time when it happened
     * @param at when it was written down
     */
    record Line(Instant time, Instant at, String kind, String text) {}

    /**
     * @param alerts how many alerts of other tools say it; 0 when none did
     * @param staleSince since when its source no longer repeats it, without having said that it is
     *     over
     * @param picture the series behind it, oldest first
     */
    record Finding(
            String kind,
            String subject,
            String layer,
            String function,
            @Nullable String indicator,
            String sentence,
            Instant startedAt,
            Instant detectedAt,
            String state,
            int alerts,
            @Nullable Instant staleSince,
            List<Double> picture) {}

    /**
     * @param to whom it went first
     * @param told everybody it went to
     */
    record Page(
            String id,
            String status,
            List<String> to,
            List<String> told,
            @Nullable Instant sentAt,
            @Nullable String acknowledgedBy,
            @Nullable Instant endedAt,
            String reason) {}

    record Acknowledged(String by, Instant at) {}

    /**
     * @param phase diagnose, remedy, verify, undo, or how it ended
     * @param why how it ended, in a sentence
     */
    record RunDocument(
            String id,
            String runbook,
            String target,
            String agent,
            String phase,
            Instant startedAt,
            @Nullable Instant remedyStartedAt,
            @Nullable Instant remedyEndedAt,
            @Nullable Instant endedAt,
            String why,
            List<Step> steps) {}

    /**
     * What a person had an agent do.
     *
     * @param outcome done, failed, refused or unknown; absent while it is under way
     */
    record DeedDocument(
            String id,
            String by,
            String agent,
            String action,
            @Nullable String outcome,
            @Nullable String reason,
            Map<String, String> output,
            @Nullable Instant sentAt,
            @Nullable Instant reportedAt) {}

    /**
     * @param key the idempotency key the agent knows it by
     * @param outcome done, failed, refused or unknown; absent while it is under way
     */
    record Step(
            String key,
            String phase,
            String id,
            String action,
            @Nullable String outcome,
            @Nullable String reason,
            Map<String, String> output,
            @Nullable Instant sentAt,
            @Nullable Instant reportedAt) {}
}
