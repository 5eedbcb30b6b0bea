package dev.runside.core.replay;

import java.time.Duration;
import java.time.Instant;

/** How long nothing can happen by itself: no clock needs to be looked at before that. */
final class Rest {

    private static final Duration CLOSE = Duration.ofSeconds(1);
    private static final Duration FAR = Duration.ofSeconds(10);
    private static final Duration NOTHING = Duration.ofHours(1);

    /** For so long after a signal something may still be held, settle or be late. */
    private static final Duration STIRRED = Duration.ofMinutes(2);

    private static final Duration LOOKED_AFTER = Duration.ofMinutes(15);

    private Instant heardAt = Instant.EPOCH;

    void heard(Instant at) {
        heardAt = at;
    }

    /**
     * @param unsettled whether anything is held, or somebody may yet be told of it
     */
    Instant after(Instant now, boolean unsettled) {
        if (now.isBefore(heardAt.plus(STIRRED)) && unsettled) {
            return now.plus(CLOSE);
        }
        return now.plus(now.isBefore(heardAt.plus(LOOKED_AFTER)) ? FAR : NOTHING);
    }
}
