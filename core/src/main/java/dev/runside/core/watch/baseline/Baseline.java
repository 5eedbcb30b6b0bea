package dev.runside.core.watch.baseline;

import dev.runside.core.watch.anomaly.AnomalyWatch;
import dev.runside.core.watch.anomaly.Usual;
import dev.runside.core.watch.anomaly.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The machine of one indicator that is compared with its own past. Not for several threads. */
public final class Baseline {

    private static final int FEWEST = 60;
    private static final int WAITS = 15;
    private static final int ORDINARY = 5;

    /** Of the detector's score: minutes that stay outside weigh as much as one far out. */
    private static final double AGREES = 0.35;

    private static final double AGREES_WHILE_LEARNING = Verdict.UNUSUAL;
    private static final Duration JUDGED_AGAIN = Duration.ofHours(6);

    private final Kind kind;
    private final Wording wording;
    private final Minutes minutes;
    private final AnomalyWatch watch = new AnomalyWatch();
    private final Hours hours = new Hours();
    private final Optional<Saturation> saturation;
    private Optional<Episode> episode = Optional.empty();
    private Says says = new Says.Nothing();
    private double good;
    private double total;
    private int gathered;
    private int seen;
    private int ordinary;

    /**
     * @param capacity the most that a value can be, where somebody said so
     */
    public Baseline(String title, Kind kind, Optional<Double> capacity) {
        this.kind = kind;
        this.wording = new Wording(title, kind);
        this.minutes = new Minutes(kind);
        this.saturation = capacity.map(Saturation::new);
    }

    /**
     * @param from where it is before {@code to}, what was counted is spread over the time between
     */
    public void accept(Instant from, Instant to, double ofGood, double ofAll) {
        minutes.add(from, to, ofGood, ofAll);
    }

    /**
     * Takes back a minute that is stored, the oldest first.
     *
     * @param now what is long before it is learned and not judged
     */
    public void restore(Instant minute, double ofGood, double ofAll, int samples, Instant now) {
        if (kind == Kind.COUNT) {
            minutes.missing(minute).forEach(none -> restored(none, 0, 0, 0, now));
        }
        restored(minute, ofGood, ofAll, samples, now);
    }

    private void restored(Instant minute, double ofGood, double ofAll, int samples, Instant now) {
        minutes.closedUntil(minute);
        if (minute.isBefore(now.minus(JUDGED_AGAIN))) {
            value(ofGood, ofAll, samples).ifPresent(value -> learn(minute, value));
        } else {
            take(minute, ofGood, ofAll, samples);
        }
    }

    /** What holds now, also when it was said before. */
    public Says judge(Instant now) {
        minutes.over(now)
                .forEach(over -> take(over.start(), over.good(), over.total(), over.samples()));
        return says;
    }

    private void take(Instant minute, double ofGood, double ofAll, int samples) {
        value(ofGood, ofAll, samples).ifPresent(value -> judge(minute, value));
    }

    /** Of as many minutes as it takes to have enough events. */
    private Optional<Double> value(double ofGood, double ofAll, int samples) {
        good += ofGood;
        total += ofAll;
        gathered++;
        boolean enough = total >= kind.enough() && (kind != Kind.SHARE || total > 0);
        Optional<Double> value =
                enough ? Optional.of(kind.value(good, total, samples)) : Optional.empty();
        if (enough || gathered >= WAITS) {
            good = 0;
            total = 0;
            gathered = 0;
        }
        return value;
    }

    private void learn(Instant minute, double value) {
        watch.remember(minute, value);
        hours.add(minute, value);
        seen++;
    }

    private void judge(Instant minute, double value) {
        Optional<Usual> usual = seen++ < FEWEST ? Optional.empty() : watch.usual();
        Verdict verdict = watch.judge(minute, value);
        boolean learned = verdict.learning().isZero();
        saturation.ifPresent(each -> each.add(minute, value));
        usual.ifPresent(known -> {
            Odd odd = Odd.of(known, hours.range(minute), kind, learned);
            go(odd, minute, value, verdict);
        });
        hours.add(minute, value);
        saturation.flatMap(each -> each.says(wording, value)).ifPresent(full -> says = full);
    }

    private void go(Odd odd, Instant minute, double value, Verdict verdict) {
        boolean known = hours.reached(minute, value, odd.slack(value));
        if (episode.isEmpty() && !known && odd.off(value, kind.falls())) {
            episode = Optional.of(new Episode(odd, minute, value));
        }
        if (episode.isEmpty()) {
            ordinary++;
            if (ordinary >= ORDINARY) {
                says = new Says.Ordinary(wording.again(value));
            }
            return;
        }
        Episode current = episode.get();
        ordinary = 0;
        current.add(value, known, agrees(verdict));
        if (current.nothing()) {
            episode = Optional.empty();
        } else if (current.over() || current.usualByNow(minute)) {
            says = new Says.Ordinary(current.over() ? wording.again(value) : wording.byNow(value));
            episode = Optional.empty();
        } else if (current.certain() && !(says instanceof Says.Odd)) {
            says = odd(current, value, verdict);
        }
    }

    private static boolean agrees(Verdict verdict) {
        return verdict.score() >= (verdict.learning().isZero() ? AGREES : AGREES_WHILE_LEARNING);
    }

    private Says odd(Episode current, double value, Verdict verdict) {
        boolean learned = verdict.learning().isZero();
        String doubt = learned ? "" : wording.learning(verdict.learning());
        return new Says.Odd(current.said(wording, value) + doubt, current.since(), learned);
    }
}
