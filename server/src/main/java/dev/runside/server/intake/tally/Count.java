package dev.runside.server.intake.tally;

import dev.runside.core.Ref;
import java.time.Instant;

/**
 * How often something was counted of a source.
 *
 * @param name the path or the hop; empty where one number is enough
 */
public record Count(Ref source, What what, String name, long times, Instant lastSeen) {

    /** What is counted. */
    public enum What {
        /** Requests that were taken, by path. */
        ACCEPTED,
        /** Requests that were refused, by path. */
        REFUSED,
        /** Signals, tickets, runs, alerts with their repeats, metric points. */
        REPORTS,
        /** Reports whose hop was found, by the hop; a repeat of an alert is none. */
        ABOUT,
        /** Alerts that were firing before the source was connected. */
        BEFORE
    }
}
