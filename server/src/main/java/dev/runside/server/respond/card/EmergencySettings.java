package dev.runside.server.respond.card;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param probe how often the server tries whether it can commit
 * @param after for so long it could not: people are paged by the card
 * @param again so often they are paged until it can
 */
@ConfigurationProperties("runside.emergency")
record EmergencySettings(
        @DefaultValue("5s") Duration probe,
        @DefaultValue("30s") Duration after,
        @DefaultValue("5m") Duration again) {

    EmergencySettings {
        if (!probe.isPositive() || after.compareTo(probe) < 0 || !again.isPositive()) {
            throw new IllegalArgumentException(
                    "runside.emergency: write positive times, with after no shorter than probe");
        }
    }
}
