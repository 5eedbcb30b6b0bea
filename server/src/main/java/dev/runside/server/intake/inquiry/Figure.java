package dev.runside.server.intake.inquiry;

import dev.runside.core.catalog.Indicator.Measure.Queried;
import dev.runside.core.catalog.Question;
import dev.runside.core.watch.Sample;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;

/**
 * One number as it is at one time, and what it counts for. An amount is what came since the
 * question before: it is spread evenly over that time, so that an interval of a minute is six
 * buckets.
 */
record Figure(Instant at, double value) {

    private static final Duration GRAIN = Duration.ofSeconds(10);

    List<Sample> of(Queried measure) {
        return switch (measure.question()) {
            case Question.Amount _ -> spread(measure.every());
            case Question.Threshold threshold -> {
                double seconds = measure.every().toMillis() / 1e3;
                yield List.of(new Sample(at, at, threshold.isGood(value) ? seconds : 0, seconds));
            }
            case Question.Share share ->
                    throw new IllegalStateException("One number is no " + share);
        };
    }

    private List<Sample> spread(Duration every) {
        if (value < 0) {
            return List.of();
        }
        long parts = Math.max(1, every.dividedBy(GRAIN));
        double part = value / parts;
        return LongStream.range(0, parts)
                .mapToObj(back -> at.minus(GRAIN.multipliedBy(back)))
                .map(to -> new Sample(at.minus(every), to, part, part))
                .toList();
    }
}
