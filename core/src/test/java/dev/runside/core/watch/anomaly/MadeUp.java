package dev.runside.core.watch.anomaly;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;

/** A series shown to a watch, row by row. */
final class MadeUp {

    static final long SEED = 20_260_301;

    private static final Instant BEGIN = Instant.parse("2026-03-01T00:00:00Z");

    private final AnomalyWatch watch = new AnomalyWatch();
    private final Random chance = new Random(SEED);
    private final Duration step;
    private int rows;

    MadeUp(Duration step) {
        this.step = step;
    }

    /** Shows the next rows and returns what was said of each. */
    List<Verdict> next(int count, IntToDoubleFunction value) {
        List<Verdict> verdicts = new ArrayList<>();
        for (int at = 0; at < count; at++) {
            verdicts.add(
                    watch.judge(BEGIN.plus(step.multipliedBy(rows)), value.applyAsDouble(rows)));
            rows++;
        }
        return verdicts;
    }

    /** Around a level, normally distributed. */
    IntToDoubleFunction noise(double level, double deviation) {
        return row -> level + deviation * chance.nextGaussian();
    }

    /** High at noon, low at midnight. */
    IntToDoubleFunction day(double level, double swing, double deviation) {
        double rowsADay = (double) Duration.ofDays(1).toSeconds() / step.toSeconds();
        return row ->
                level
                        - swing * Math.cos(2 * Math.PI * row / rowsADay)
                        + deviation * chance.nextGaussian();
    }
}
