package dev.runside.core.watch.anomaly;

import java.time.Duration;

/**
 * What the newest value says.
 *
 * @param score 0 to 1: up to {@link #EPISODE} how far out the value is, from {@link #UNUSUAL} worth
 *     a look; from {@link #EPISODE} something new begins
 * @param reason one sentence for who is paged
 * @param learning how long the baseline has still to learn; page nobody before that is zero
 */
public record Verdict(double score, Shape shape, String reason, Duration learning) {

    public static final double UNUSUAL = 0.5;
    public static final double EPISODE = 0.75;

    public Verdict {
        if (!(score >= 0 && score <= 1)) {
            throw new IllegalArgumentException("a score is between 0 and 1");
        }
        if (learning.isNegative()) {
            throw new IllegalArgumentException("nothing is learned in less than no time");
        }
    }

    public boolean unusual() {
        return score >= UNUSUAL;
    }

    /** Whether a finding may be made of it. */
    public boolean worthFinding() {
        return unusual() && learning.isZero();
    }
}
