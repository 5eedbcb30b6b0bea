package dev.runside.core.watch;

import dev.runside.core.catalog.Indicator;
import dev.runside.core.catalog.Indicator.Rule;
import dev.runside.core.triage.Alerts;
import dev.runside.core.triage.Finding;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The machine of one indicator: samples in, findings raised and cleared out. It holds no clock:
 * {@code now} comes with each input. After a restart it is fed its stored buckets and says again
 * what holds; triage knows what it has heard before.
 */
public final class Watch {

    static final int BASELINE_BUCKETS = 30;

    private final Indicator indicator;
    private final Series series;
    private final Judge judge;

    /** Nearly always none, so that nothing is kept for it. */
    private Set<Rule> holding = Set.of();

    private Set<Long> unhealthy = Set.of();
    private final boolean looksBack;
    private final List<Duration> offsets;

    /** What the last judgement saw; nothing where something has come since. */
    private Optional<Long> judged = Optional.empty();

    public Watch(Indicator indicator) {
        this.indicator = indicator;
        this.series = new Series(windows(indicator).toList());
        this.judge = new Judge(indicator, series);
        this.looksBack = indicator.rules().stream().anyMatch(Watch::looksBack);
        this.offsets =
                windows(indicator)
                        .map(Watch::beyondWholeBuckets)
                        .filter(Duration::isPositive)
                        .distinct()
                        .toList();
    }

    /** What a rule newly says. */
    public sealed interface Verdict {

        record Raised(Finding finding) implements Verdict {}

        record Cleared(String findingKey, Instant at, String sentence) implements Verdict {}
    }

    public Indicator indicator() {
        return indicator;
    }

    /** Folds a sample in and returns the bucket as it now stands, to be stored. */
    public Bucket accept(Sample sample) {
        judged = Optional.empty();
        return series.add(sample);
    }

    /** The bucket an instant falls into, as it stands. */
    public Bucket bucketOf(Instant time) {
        return series.bucketOf(time);
    }

    /** How far back it remembers: what was stored before that would tell it nothing. */
    public Duration reach() {
        return series.reach();
    }

    /** Takes a stored bucket back in after a restart. */
    public void restore(Bucket bucket) {
        judged = Optional.empty();
        series.restore(bucket);
    }

    /** Takes up what was firing before a restart, so that its end is noticed. */
    public void restoreFiring(String findingKey) {
        judged = Optional.empty();
        indicator.rules().stream()
                .filter(rule -> key(rule).equals(findingKey))
                .forEach(this::holds);
    }

    /** The verdict reached nobody: it is said again when it still holds. */
    public void unsay(Verdict verdict) {
        judged = Optional.empty();
        String findingKey =
                switch (verdict) {
                    case Verdict.Raised raised -> raised.finding().key();
                    case Verdict.Cleared cleared -> cleared.findingKey();
                };
        boolean before = verdict instanceof Verdict.Cleared;
        indicator.rules().stream()
                .filter(rule -> key(rule).equals(findingKey))
                .forEach(rule -> {
                    if (before) {
                        holds(rule);
                    } else {
                        isOver(rule);
                    }
                });
    }

    /**
     * Judges every rule and returns what changed. Costs nothing while nothing has come and no
     * window has moved on by a bucket.
     */
    public List<Verdict> judge(Instant now) {
        long sight = sight(now);
        if (judged.isPresent() && judged.get() == sight) {
            return List.of();
        }
        judged = Optional.of(sight);
        List<Bucket> healthy = looksBack ? baseline(now) : List.of();
        List<Verdict> verdicts = new ArrayList<>();
        for (Rule rule : indicator.rules()) {
            switch (judge.judge(rule, healthy, now)) {
                case RuleState.Holds holds -> hold(rule, holds, now, verdicts);
                case RuleState.Over over -> release(rule, over, now, verdicts);
                case RuleState.Unknown _ -> {}
            }
        }
        if (!holding.isEmpty()) {
            noteUnhealthy(Bucket.index(now));
        }
        return verdicts;
    }

    /**
     * Keys of what holds by what its windows still hold, while enough has gone well in the last
     * half minute.
     */
    public Set<String> eased(Instant now) {
        Set<String> eased = new HashSet<>();
        holding.stream()
                .filter(rule -> judge.wellOfLate(rule, now))
                .forEach(rule -> eased.add(key(rule)));
        holding.stream()
                .filter(rule -> !judge.wellOfLate(rule, now))
                .forEach(rule -> eased.remove(key(rule)));
        return eased;
    }

    /** The series as small numbers: bad share for ratios, events for the rest. */
    public List<Double> picture() {
        return indicator.hasShares()
                ? series.picture(bucket -> bucket.total() == 0 ? 0 : bucket.bad() / bucket.total())
                : series.picture(Bucket::total);
    }

    /** True when it did not before. */
    private boolean holds(Rule rule) {
        if (holding.isEmpty()) {
            holding = new HashSet<>();
        }
        return holding.add(rule);
    }

    /** True when it held before. */
    private boolean isOver(Rule rule) {
        return !holding.isEmpty() && holding.remove(rule);
    }

    private void noteUnhealthy(long bucket) {
        if (unhealthy.isEmpty()) {
            unhealthy = new HashSet<>();
        }
        unhealthy.add(bucket);
    }

    private void hold(Rule rule, RuleState.Holds holds, Instant now, List<Verdict> verdicts) {
        if (holds(rule)) {
            verdicts.add(new Verdict.Raised(finding(rule, holds, now)));
        }
    }

    private Finding finding(Rule rule, RuleState.Holds holds, Instant now) {
        Onset onset = new Onset(indicator, series, baseline(now), now);
        return new Finding(
                key(rule),
                kind(rule),
                indicator.subject(),
                indicator.layer(),
                indicator.function(),
                Optional.of(indicator.name()),
                "",
                onset.of(rule),
                now,
                now,
                holds.sentence(),
                picture(),
                Finding.State.OPEN,
                Optional.empty(),
                Optional.empty(),
                Alerts.NONE,
                onset.excess(rule));
    }

    /** Several rules may say the same: it is over when none of them holds. */
    private void release(Rule rule, RuleState.Over over, Instant now, List<Verdict> verdicts) {
        if (isOver(rule) && holding.stream().map(this::key).noneMatch(key(rule)::equals)) {
            verdicts.add(new Verdict.Cleared(key(rule), now, over.sentence()));
        }
    }

    private String key(Rule rule) {
        return Finding.key(kind(rule), indicator.subject(), indicator.name());
    }

    private String kind(Rule rule) {
        return switch (rule) {
            case Rule.Failing _ ->
                    indicator.measure() instanceof Indicator.Measure.Latency ? "slow" : "errors";
            case Rule.Burn burn -> burn.page() ? "budget-burn" : Finding.TICKET;
            case Rule.Stalled _ -> "outcome-stalled";
            case Rule.Surge _ -> "ticket-surge";
        };
    }

    /** Completed buckets of the last minutes in which nothing was wrong. */
    private List<Bucket> baseline(Instant now) {
        if (!unhealthy.isEmpty()) {
            unhealthy.removeIf(index -> index < Bucket.index(now) - 360);
        }
        List<Bucket> healthy =
                series.completed(now).stream()
                        .filter(bucket ->
                                bucket.samples() > 0
                                        && !unhealthy.contains(Bucket.index(bucket.start())))
                        .filter(bucket -> Bucket.index(bucket.start()) < Bucket.index(now) - 1)
                        .toList();
        return healthy.subList(Math.max(0, healthy.size() - BASELINE_BUCKETS), healthy.size());
    }

    /** Another number whenever a window begins or ends in another bucket. */
    private long sight(Instant now) {
        long sight = Bucket.index(now);
        for (Duration offset : offsets) {
            sight += Bucket.index(now.minus(offset));
        }
        return sight;
    }

    private static Stream<Duration> windows(Indicator indicator) {
        return indicator.rules().stream()
                .flatMap(rule ->
                        switch (rule) {
                            case Rule.Failing failing -> Stream.of(failing.over());
                            case Rule.Burn burn -> Stream.of(burn.longWindow(), burn.shortWindow());
                            case Rule.Stalled stalled -> Stream.of(stalled.over());
                            case Rule.Surge surge -> Stream.of(surge.over());
                        });
    }

    private static Duration beyondWholeBuckets(Duration window) {
        return window.minusSeconds(window.toSeconds() / Bucket.SECONDS * Bucket.SECONDS);
    }

    /** Whether it compares with the healthy past. */
    private static boolean looksBack(Rule rule) {
        return switch (rule) {
            case Rule.Failing _, Rule.Burn _ -> false;
            case Rule.Stalled _, Rule.Surge _ -> true;
        };
    }

    /** How far back its rules look. */
    public static Duration longestWindow(Indicator indicator) {
        return indicator.rules().stream()
                .map(rule ->
                        switch (rule) {
                            case Rule.Failing failing -> failing.over();
                            case Rule.Burn burn -> burn.longWindow();
                            case Rule.Stalled _, Rule.Surge _ -> Duration.ofMinutes(10);
                        })
                .max(Duration::compareTo)
                .orElse(Duration.ofMinutes(10));
    }
}
