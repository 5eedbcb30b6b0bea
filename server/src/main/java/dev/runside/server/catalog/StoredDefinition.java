package dev.runside.server.catalog;

import dev.runside.core.Ref;
import java.time.Instant;

/**
 * A definition as it is kept.
 *
 * @param version of the catalog that brought it
 * @param text as it was written, comments included
 */
record StoredDefinition(
        Ref ref,
        String kind,
        String name,
        long version,
        String digest,
        String file,
        int line,
        String appliedBy,
        Instant appliedAt,
        String text) {}
