package dev.runside.core.watch;

import dev.runside.core.catalog.Indicator;
import dev.runside.core.catalog.Indicator.Rule;
import dev.runside.core.watch.baseline.Baseline;
import dev.runside.core.watch.baseline.Says;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** Judges one rule on one series at one instant. */
final class Judge {

    /** One failure alone burns no budget, however few events there are. */
    private static final int FEWEST_BAD = 2;

    private static final Duration OF_LATE = Duration.ofSeconds(30);
    private static final int FEWEST_WELL = 3;

    private final Indicator indicator;
    private final Series series;

    private final Optional<Baseline> past;

    Judge(Indicator indicator, Series series, Optional<Baseline> past) {
        this.indicator = indicator;
        this.series = series;
        this.past = past;
    }

    RuleState judge(Rule rule, List<Bucket> healthy, Instant now) {
        return switch (rule) {
            case Rule.Failing failing -> failing(failing, now);
            case Rule.Burn burn -> burn(burn, now);
            case Rule.Stalled stalled -> stalled(stalled, healthy, now);
            case Rule.Surge surge -> surge(surge, healthy, now);
            case Rule.Unusual unusual ->
                    past.map(each -> unusual(unusual, each.judge(now)))
                            .orElseGet(RuleState.Unknown::new);
        };
    }

    private static RuleState unusual(Rule.Unusual rule, Says says) {
        return switch (says) {
            case Says.Odd odd ->
                    new RuleState.Unlike(odd.sentence(), odd.since(), rule.page() && odd.learned());
            case Says.Ordinary ordinary -> new RuleState.Over(ordinary.sentence());
            case Says.Nothing _ -> new RuleState.Unknown();
        };
    }

    /**
     * Bad over its window and still bad in the newest bucket: what slides out of the window may be
     * good and old, and says nothing of now.
     */
    private RuleState failing(Rule.Failing rule, Instant now) {
        Window window = series.window(rule.over(), now);
        RuleState newest = goodAgain(rule.share() / 2, Math.max(1, rule.atLeast() / 3), now);
        if (window.total() < rule.atLeast() || window.badShare() < rule.share()) {
            return newest;
        }
        return newest instanceof RuleState.Over
                ? new RuleState.Unknown()
                : new RuleState.Holds(
                        "%s: %s of %.0f events were bad in the last %d s (a finding from %s)"
                                .formatted(
                                        indicator.title(),
                                        percent(window.badShare()),
                                        window.total(),
                                        rule.over().toSeconds(),
                                        percent(rule.share())));
    }

    private RuleState burn(Rule.Burn rule, Instant now) {
        double budget = 1 - indicator.objective().orElse(0.99);
        Duration over = enough(rule, now);
        Window shorter = series.window(over, now);
        double bound = rule.rate() * budget;
        if (shorter.total() < rule.atLeast()) {
            return new RuleState.Unknown();
        }
        if (shorter.badShare() < bound) {
            return new RuleState.Over(indicator.title() + ": burns less than its budget again");
        }
        Window longer = series.window(rule.longWindow(), now);
        return longer.badShare() < bound || longer.bad() < FEWEST_BAD
                ? new RuleState.Unknown()
                : new RuleState.Holds(
                        "%s: burns its error budget %.1f times too fast (%s bad in %d min)"
                                .formatted(
                                        indicator.title(),
                                        shorter.badShare() / budget,
                                        percent(shorter.badShare()),
                                        over.toMinutes()));
    }

    /** Of the rules whose windows may end long after what they hold: it goes well by now. */
    boolean wellOfLate(Rule rule, Instant now) {
        return switch (rule) {
            case Rule.Burn burn -> {
                Window late = series.window(OF_LATE, now);
                double budget = 1 - indicator.objective().orElse(0.99);
                yield late.total() >= FEWEST_WELL && late.badShare() < burn.rate() * budget;
            }
            case Rule.Failing _, Rule.Stalled _, Rule.Surge _, Rule.Unusual _ -> false;
        };
    }

    /** With little traffic the short window widens until it holds enough, up to the long one. */
    private Duration enough(Rule.Burn rule, Instant now) {
        Duration over = rule.shortWindow();
        while (over.compareTo(rule.longWindow()) < 0
                && series.window(over, now).total() < rule.atLeast()) {
            Duration twice = over.multipliedBy(2);
            over = twice.compareTo(rule.longWindow()) < 0 ? twice : rule.longWindow();
        }
        return over;
    }

    /** The newest bucket with enough events decides; with too few events nothing is over. */
    private RuleState goodAgain(double share, int atLeast, Instant now) {
        Window newest =
                series.current(now)
                        .filter(bucket -> bucket.total() >= atLeast)
                        .map(bucket -> new Window(bucket.good(), bucket.total(), bucket.samples()))
                        .orElseGet(() -> series.window(Duration.ofSeconds(Bucket.SECONDS), now));
        if (newest.total() < atLeast || newest.badShare() >= share) {
            return new RuleState.Unknown();
        }
        return new RuleState.Over(
                "%s: %s of the last %.0f events were good"
                        .formatted(
                                indicator.title(), percent(1 - newest.badShare()), newest.total()));
    }

    /**
     * Judged on buckets that are over and whole: one in which its source fell silent says nothing
     * of the outcome.
     */
    private RuleState stalled(Rule.Stalled rule, List<Bucket> healthy, Instant now) {
        int buckets = (int) Math.max(1, rule.over().toSeconds() / Bucket.SECONDS);
        List<Bucket> done = series.completed(now);
        if (healthy.size() < 4 || done.size() < buckets) {
            return new RuleState.Unknown();
        }
        List<Bucket> newest = done.subList(done.size() - buckets, done.size());
        boolean old = Bucket.index(newest.getFirst().start()) < Bucket.index(now) - buckets;
        double usualSamples = median(healthy, Bucket::samples);
        if (old || newest.stream().anyMatch(bucket -> bucket.samples() < 0.7 * usualSamples)) {
            return new RuleState.Unknown();
        }
        double usual = median(healthy, Bucket::total);
        double seen = newest.stream().mapToDouble(Bucket::total).average().orElse(0);
        String figures =
                "%s: %.0f a minute, usually %.0f"
                        .formatted(indicator.title(), perMinute(seen), perMinute(usual));
        boolean low = usual >= 1 && seen < rule.below() * usual;
        return low ? new RuleState.Holds(figures) : new RuleState.Over(figures);
    }

    private RuleState surge(Rule.Surge rule, List<Bucket> healthy, Instant now) {
        double usual =
                healthy.stream().mapToDouble(Bucket::total).sum()
                        / Watch.BASELINE_BUCKETS
                        * rule.over().toSeconds()
                        / Bucket.SECONDS;
        double seen = series.window(rule.over(), now).total();
        String figures =
                "%s: %.0f in the last %d s, usually %.1f"
                        .formatted(indicator.title(), seen, rule.over().toSeconds(), usual);
        boolean many = seen >= rule.atLeast() && seen >= rule.times() * usual;
        if (many) {
            return new RuleState.Holds(figures);
        }
        return seen * 2 < rule.atLeast() ? new RuleState.Over(figures) : new RuleState.Unknown();
    }

    private static double perMinute(double bucketTotal) {
        return bucketTotal * 60 / Bucket.SECONDS;
    }

    private static double median(List<Bucket> buckets, ToDoubleFunction<Bucket> value) {
        double[] sorted = buckets.stream().mapToDouble(value).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", share * 100);
    }
}
