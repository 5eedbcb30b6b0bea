package dev.runside.server.access;

import dev.runside.server.problem.ErrorCode;
import dev.runside.server.problem.Problem;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Counts tokens that failed, by sender and minute. Beyond the bound the answer is "wait", and the
 * log stays quiet; a good token always passes, so that nobody can shut another out.
 */
@Component
class FailedTokens {

    private static final Logger log = LoggerFactory.getLogger(FailedTokens.class);
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int MOST = 60;
    private static final int MOST_SENDERS = 10_000;

    private final InstantSource clock;
    private final Map<String, Integer> counts = new HashMap<>();
    private Instant windowEnds = Instant.EPOCH;

    FailedTokens(InstantSource clock) {
        this.clock = clock;
    }

    synchronized void count(String sender) {
        Instant now = clock.instant();
        if (now.isAfter(windowEnds) || counts.size() >= MOST_SENDERS) {
            counts.clear();
            windowEnds = now.plus(WINDOW);
        }
        int failures = counts.merge(sender, 1, Integer::sum);
        if (failures == 1) {
            log.warn("A token was refused from {}", sender);
        }
        if (failures > MOST) {
            throw Problem.of(
                    ErrorCode.TOO_MANY_ATTEMPTS, "Too many tokens that open nothing here.");
        }
    }
}
