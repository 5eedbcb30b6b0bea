package dev.runside.server.intake.poll;

import java.time.Instant;
import java.util.Map;

/**
 * How far a poll has come.
 *
 * @param marks ETags by their path; under names without a slash, what else a tool goes on from
 * @param failures in a row
 * @param trouble the last one, in words; empty when all is well
 */
record Progress(
        Polled polled, Map<String, String> marks, Instant next, int failures, String trouble) {

    /** When it was set up. */
    static final String BEGIN = "begin";

    private static final int MOST = 300;

    Progress {
        marks = Map.copyOf(marks);
        trouble = trouble.length() <= MOST ? trouble : trouble.substring(0, MOST - 1) + "…";
    }

    Progress failed(Instant again, String why) {
        return new Progress(polled, marks, again, failures + 1, why);
    }
}
