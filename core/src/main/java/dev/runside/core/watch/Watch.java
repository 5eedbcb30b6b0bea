package dev.runside.core.watch;

import dev.runside.core.catalog.Indicator;
import dev.runside.core.catalog.Indicator.Rule;
import dev.runside.core.triage.Alerts;
import dev.runside.core.triage.Finding;
import dev.runside.core.watch.baseline.Baseline;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The machine of one indicator: samples in, findings raised and cleared out. It holds no clock:
 * {@code now} comes with each input. After a restart it is fed its stored buckets and says again
 * what holds; triage knows what it has heard before.
 */
public final class Watch {

    static final int BASELINE_BUCKETS = 30;

    private final Indicator indicator;
    private final Series series;
    private final Optional<Baseline> past;
    private final Judge judge;

    /** Nearly always none, so that nothing is kept for it. */
    private Set<Rule> holding = Set.of();

    private Set<Long> unhealthy = Set.of();

    /** What being unlike its past was last called: whether it wakes is known when it is said. */
    private String unlike = Finding.UNUSUAL;

    private final boolean looksBack;
    private final List<Duration> offsets;

    /** What the last judgement saw; nothing where something has come since. */
    private Optional<Long> judged = Optional.empty();

    public Watch(Indicator indicator) {
        this.indicator = indicator;
        this.series = new Series(Windows.of(indicator).toList());
        this.past = Past.of(indicator);
        this.judge = new Judge(indicator, series, past);
        this.looksBack = indicator.rules().stream().anyMatch(Windows::looksBack);
        this.offsets =
                Windows.of(indicator)
                        .map(Windows::beyondWholeBuckets)
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
        past.ifPresent(
                each -> each.accept(sample.from(), sample.to(), sample.good(), sample.total()));
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

    /** Whether it is compared with its own past, by the minute. */
    public boolean comparesWithPast() {
        return past.isPresent();
    }

    /**
     * Takes a stored minute back in after a restart, the oldest first; the newest minutes may be
     * missing.
     */
    public void restoreMinute(Bucket minute, Instant now) {
        judged = Optional.empty();
        past.ifPresent(each ->
                each.restore(minute.start(), minute.good(), minute.total(), minute.samples(), now));
    }

    /** Takes up what was firing before a restart, so that its end is noticed. */
    public void restoreFiring(String findingKey) {
        judged = Optional.empty();
        if (findingKey.equals(
                Finding.key(Finding.ANOMALY, indicator.subject(), indicator.name()))) {
            unlike = Finding.ANOMALY;
        }
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
                case RuleState.Holds holds -> hold(rule, holds.sentence(), now, verdicts);
                case RuleState.Unlike odd -> hold(rule, odd, now, verdicts);
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
        return series.picture(
                indicator.hasShares()
                        ? bucket -> bucket.total() == 0 ? 0 : bucket.bad() / bucket.total()
                        : indicator.measure() instanceof Indicator.Measure.Gauge
                                ? bucket -> bucket.total() / bucket.samples()
                                : Bucket::total);
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

    private void hold(Rule rule, String sentence, Instant now, List<Verdict> verdicts) {
        if (holds(rule)) {
            Onset onset = new Onset(indicator, series, baseline(now), now);
            Finding finding = finding(rule, onset.of(rule), now, sentence, onset.excess(rule));
            verdicts.add(new Verdict.Raised(finding));
        }
    }

    private void hold(Rule rule, RuleState.Unlike odd, Instant now, List<Verdict> verdicts) {
        if (!holding.contains(rule)) {
            unlike = odd.wakes() ? Finding.ANOMALY : Finding.UNUSUAL;
        }
        if (holds(rule)) {
            verdicts.add(new Verdict.Raised(finding(rule, odd.since(), now, odd.sentence(), 0)));
        }
    }

    private Finding finding(Rule rule, Instant since, Instant now, String sentence, double excess) {
        return new Finding(
                key(rule),
                kind(rule),
                indicator.subject(),
                indicator.layer(),
                indicator.function(),
                Optional.of(indicator.name()),
                "",
                since,
                now,
                now,
                sentence,
                picture(),
                Finding.State.OPEN,
                Optional.empty(),
                Optional.empty(),
                Alerts.NONE,
                excess);
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
            case Rule.Unusual _ -> unlike;
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

    /** How far back its rules look. */
    public static Duration longestWindow(Indicator indicator) {
        return Windows.longest(indicator);
    }
}
