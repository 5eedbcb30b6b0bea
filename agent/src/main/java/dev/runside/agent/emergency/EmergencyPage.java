package dev.runside.agent.emergency;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * One page to one webhook.
 *
 * @param id the same in every try, so that the receiver can tell it from another page
 */
record EmergencyPage(String id, Card.Webhook webhook, List<String> to, String body) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static EmergencyPage write(
            String id, Card.Webhook webhook, List<String> to, Situation situation) {
        Map<String, ?> envelope =
                Map.of(
                        "type",
                        "emergency",
                        "page",
                        id,
                        "incident",
                        "",
                        "number",
                        0,
                        "title",
                        "Runside cannot see or record",
                        "tier",
                        "systemic",
                        "to",
                        to,
                        "text",
                        situation.text(),
                        "url",
                        situation.server(),
                        "at",
                        situation.at().truncatedTo(ChronoUnit.MILLIS).toString());
        return new EmergencyPage(id, webhook, to, JSON.writeValueAsString(envelope));
    }

    /** What the people have to know. */
    record Situation(String agent, String server, Duration silence, Instant at, Card card) {

        String text() {
            return ("%s has not heard from the server %s for %d s. Signals may be lost and nothing"
                            + " heals by itself. %s (The card that names you is of %s.)")
                    .formatted(agent, server, silence.toSeconds(), card.message(), card.issuedAt());
        }
    }
}
