package dev.runside.server.intake.mapping;

import java.time.Instant;

/**
 * A name that a source says and the catalog does not know.
 *
 * @param count how often it was said
 * @param proposal what would mend it
 */
public record Gap(
        String source,
        String name,
        long count,
        Instant firstSeen,
        Instant lastSeen,
        String proposal) {}
