package dev.runside.server.audit;

import java.time.Instant;

/** One act as it was recorded; a higher sequence was written later. */
public record AuditLine(
        long sequence,
        Instant at,
        String actor,
        String token,
        String onBehalfOf,
        String act,
        String target,
        String rule,
        String outcome) {}
