package dev.runside.server.intake.events;

import dev.runside.server.intake.Digest;
import dev.runside.server.intake.body.Item;
import java.time.Instant;
import java.util.Optional;

/**
 * A CloudEvent's context, and its data where that is a JSON object.
 *
 * @param subject what the producer says it is about, or empty text
 */
record Event(
        String id,
        String source,
        String type,
        String subject,
        Optional<Instant> time,
        Optional<Item> data) {

    /** Source and id together name the occurrence; one event may become several signals. */
    String occurrence(String part) {
        return new Digest().add(source).add(id).add(part).uuid().toString();
    }
}
