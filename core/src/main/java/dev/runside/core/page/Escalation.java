package dev.runside.core.page;

import java.time.Duration;

/**
 * When an unacknowledged page goes further, counted from when it was sent. Configurable, never off.
 *
 * @param settle how long the suspect may move before anybody is woken
 * @param everyone after the architect: all of them, each time this has passed, until someone
 *     acknowledges
 */
public record Escalation(
        Duration settle, Duration again, Duration deputy, Duration architect, Duration everyone) {

    public static final Escalation USUAL =
            new Escalation(
                    Duration.ofSeconds(15),
                    Duration.ofMinutes(3),
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(10),
                    Duration.ofMinutes(5));

    public Escalation {
        boolean rising =
                again.isPositive()
                        && deputy.compareTo(again) >= 0
                        && architect.compareTo(deputy) >= 0
                        && everyone.isPositive();
        if (!rising || settle.isNegative()) {
            throw new IllegalArgumentException(
                    "escalation: write rising times, as in again 3m, deputy 5m, architect 10m, everyone 5m");
        }
    }
}
