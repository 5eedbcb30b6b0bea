package dev.runside.server.respond.pager;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** When a message that was not taken is sent again: later each time, for 24 hours. */
final class RetryPlan {

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration KEPT_UP = Duration.ofHours(24);
    private static final int MOST_DOUBLINGS = 20;

    private RetryPlan() {}

    /**
     * @param failures so far, the newest included
     * @param chance from 0 to 1, so that many messages do not come back at the same moment
     * @return absent when it is given up
     */
    static Optional<Instant> next(Instant first, int failures, Instant now, double chance) {
        Duration whole = FIRST.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
        Duration bounded = whole.compareTo(LONGEST) < 0 ? whole : LONGEST;
        long jittered = Math.round(bounded.toMillis() * (0.75 + chance / 2));
        Instant next = now.plusMillis(jittered);
        return next.isAfter(first.plus(KEPT_UP)) ? Optional.empty() : Optional.of(next);
    }
}
