package dev.runside.server.respond;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one person was told.
 *
 * @param urgency page or inform
 * @param page the page it belongs to; empty where none is
 * @param number of the incident
 * @param delivery how it left the house besides the inbox; absent where it did not
 */
public record Notice(
        long id,
        String key,
        String person,
        String urgency,
        String page,
        String incident,
        long number,
        String title,
        String text,
        Instant at,
        @Nullable Delivery delivery) {

    /**
     * @param nextAt when it is sent again; absent once it was taken or given up
     */
    public record Delivery(
            int attempts,
            @Nullable Instant deliveredAt,
            @Nullable Instant nextAt,
            @Nullable String lastError) {}
}
