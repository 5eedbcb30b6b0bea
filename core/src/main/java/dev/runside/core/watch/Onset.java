package dev.runside.core.watch;

import dev.runside.core.catalog.Indicator;
import dev.runside.core.catalog.Indicator.Rule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * When what a rule says began, and how much of it there is beyond what is usual.
 *
 * @param healthy buckets of the last minutes in which nothing was wrong
 */
record Onset(Indicator indicator, Series series, List<Bucket> healthy, Instant now) {

    /** Of the way from the usual share to the rule's: from here on it counts as its beginning. */
    private static final double BEGINS = 0.25;

    /** Since when, to the bucket. */
    Instant of(Rule rule) {
        return switch (rule) {
            case Rule.Failing failing -> firstBad(failing.share());
            case Rule.Burn burn -> firstBad(burn.rate() * (1 - indicator.objective().orElse(0.99)));
            case Rule.Surge surge -> series.firstEvent(surge.over(), now);
            case Rule.Stalled stalled -> Bucket.start(Bucket.index(now.minus(stalled.over())));
            case Rule.Unusual _ -> now;
        };
    }

    /** Bad events a second; 0 for rules that count none. */
    double excess(Rule rule) {
        return switch (rule) {
            case Rule.Failing _, Rule.Burn _ -> {
                Duration since = Duration.between(of(rule), now);
                Window window = series.window(since, now);
                double beyond = (window.badShare() - usual()) * window.total();
                yield Math.max(0, beyond / Math.max(1, since.toMillis() / 1e3));
            }
            case Rule.Stalled _, Rule.Surge _, Rule.Unusual _ -> 0;
        };
    }

    private double usual() {
        double total = healthy.stream().mapToDouble(Bucket::total).sum();
        return total == 0 ? 0 : healthy.stream().mapToDouble(Bucket::bad).sum() / total;
    }

    /** The first bucket of the unbroken bad stretch that reaches up to now. */
    private Instant firstBad(double share) {
        double bad = usual() + (share - usual()) * BEGINS;
        Instant start = Bucket.start(Bucket.index(now));
        for (Bucket bucket : series.past(now).reversed()) {
            if (bucket.total() == 0 || bucket.bad() / bucket.total() <= bad) {
                break;
            }
            start = bucket.start();
        }
        return start;
    }
}
