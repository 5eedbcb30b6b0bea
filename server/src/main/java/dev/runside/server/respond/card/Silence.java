package dev.runside.server.respond.card;

import java.time.Duration;
import java.util.Optional;

/**
 * For how long nothing could be committed, and when that is to be said. A pause of the whole
 * machine is no silence: only probes that failed count.
 */
final class Silence {

    private static final int FAILURES = 3;

    private final Duration after;
    private final Duration again;
    private Duration lastCommit;
    private Optional<Duration> lastPage = Optional.empty();
    private int failures;

    Silence(Duration after, Duration again, Duration now) {
        this.after = after;
        this.again = again;
        this.lastCommit = now;
    }

    /** True when people had been paged: now it is over. */
    boolean committed(Duration now) {
        boolean over = lastPage.isPresent();
        lastCommit = now;
        lastPage = Optional.empty();
        failures = 0;
        return over;
    }

    /** True when people are to be paged now. */
    boolean failed(Duration now) {
        failures++;
        boolean silent = failures >= FAILURES && lasts(now).compareTo(after) >= 0;
        boolean due = lastPage.map(page -> now.minus(page).compareTo(again) >= 0).orElse(true);
        if (silent && due) {
            lastPage = Optional.of(now);
            return true;
        }
        return false;
    }

    Duration lasts(Duration now) {
        return now.minus(lastCommit);
    }
}
