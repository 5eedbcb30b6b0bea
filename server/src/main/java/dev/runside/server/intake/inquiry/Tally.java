package dev.runside.server.intake.inquiry;

import dev.runside.core.catalog.Indicator.Measure.Queried;
import dev.runside.core.catalog.Question;
import dev.runside.core.watch.Sample;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * What the answers count for, after a time. A sample reaches back as far as any event in it may
 * have happened: by how old a value may be, and by the ranges in the query.
 */
record Tally(Queried measure, Instant after) {

    List<Sample> of(List<List<Curve>> answers) {
        return switch (measure.question()) {
            case Question.Share share -> shares(share, answers.getFirst(), answers.getLast());
            case Question.Threshold threshold -> kept(threshold, answers.getFirst());
            case Question.Amount amount ->
                    throw new IllegalStateException("No Prometheus is asked for " + amount);
        };
    }

    /** Without an answer for all there is nothing; without one for the counted there were none. */
    private List<Sample> shares(Question.Share share, List<Curve> counted, List<Curve> total) {
        TreeMap<Long, Growth> some = growths(share.counter(), counted);
        List<Sample> samples = new ArrayList<>();
        growths(share.counter(), total)
                .forEach((at, all) -> {
                    Growth part = some.getOrDefault(at, Growth.none(all.from()));
                    double sum = Math.min(part.amount(), all.amount());
                    if (!Double.isNaN(sum)) {
                        samples.add(
                                sample(
                                        Math.min(part.from(), all.from()),
                                        at,
                                        share.bad() ? all.amount() - sum : sum,
                                        all.amount()));
                    }
                });
        return samples;
    }

    private List<Sample> kept(Question.Threshold threshold, List<Curve> curves) {
        double seconds = measure.every().toMillis() / 1e3;
        List<Sample> samples = new ArrayList<>();
        for (Curve curve : curves) {
            curve.values()
                    .tailMap(after.toEpochMilli() + 1)
                    .forEach((at, value) ->
                            samples.add(
                                    sample(
                                            at,
                                            at,
                                            threshold.isGood(value) ? seconds : 0,
                                            seconds)));
        }
        return samples;
    }

    /**
     * How much came, and since when; not a number where that cannot be known.
     *
     * @param from in milliseconds since 1970
     */
    private record Growth(long from, double amount) {

        static Growth none(long from) {
            return new Growth(from, 0);
        }

        Growth plus(Growth other) {
            return new Growth(Math.min(from, other.from), amount + other.amount);
        }
    }

    private TreeMap<Long, Growth> growths(boolean counter, List<Curve> curves) {
        var growths = new TreeMap<Long, Growth>();
        for (Curve curve : curves) {
            if (counter) {
                increases(curve, growths);
            } else {
                amounts(curve, growths);
            }
        }
        return growths;
    }

    /**
     * The first value of all says nothing. Where one fell it began anew, or one of those that it
     * sums did: nobody knows what was lost, so nothing is counted then.
     */
    private void increases(Curve curve, TreeMap<Long, Growth> growths) {
        long before = Long.MIN_VALUE;
        double stood = 0;
        for (var point : curve.values().entrySet()) {
            double value = point.getValue();
            if (before != Long.MIN_VALUE && point.getKey() > after.toEpochMilli()) {
                double more = value < stood ? Double.NaN : value - stood;
                growths.merge(point.getKey(), new Growth(before, more), Growth::plus);
            }
            before = point.getKey();
            stood = value;
        }
    }

    private void amounts(Curve curve, TreeMap<Long, Growth> growths) {
        long step = measure.every().toMillis();
        curve.values()
                .tailMap(after.toEpochMilli() + 1)
                .forEach((at, value) -> {
                    if (value >= 0) {
                        growths.merge(at, new Growth(at - step, value), Growth::plus);
                    }
                });
    }

    private Sample sample(long from, long to, double good, double total) {
        Duration back = measure.fresh().plus(Ranges.longest(measure.question().queries()));
        return new Sample(
                Instant.ofEpochMilli(from).minus(back), Instant.ofEpochMilli(to), good, total);
    }
}
