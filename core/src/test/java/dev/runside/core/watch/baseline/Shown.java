package dev.runside.core.watch.baseline;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntToDoubleFunction;

/** A baseline that is shown a value a minute, and what it says anew. */
final class Shown {

    static final long SEED = 20_260_302;
    static final int DAY = 1_440;

    private static final Instant BEGIN = Instant.parse("2026-03-02T00:00:00Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    final Random chance = new Random(SEED);
    private final Baseline baseline;
    private final List<Says> said = new ArrayList<>();
    private boolean odd;
    private int minute;

    Shown(Kind kind) {
        this(kind, Optional.empty());
    }

    Shown(Kind kind, Optional<Double> capacity) {
        this.baseline = new Baseline("Queue length", kind, capacity);
    }

    /** What begins or ends within these minutes. */
    List<Says> next(int minutes, IntToDoubleFunction value) {
        return shares(minutes, at -> 0, value);
    }

    List<Says> shares(int minutes, IntToDoubleFunction good, IntToDoubleFunction total) {
        said.clear();
        for (int count = 0; count < minutes; count++) {
            Instant start = now();
            Instant end = start.plus(MINUTE).minusMillis(1);
            double all = total.applyAsDouble(minute);
            if (!Double.isNaN(all)) {
                baseline.accept(end, end, good.applyAsDouble(minute), all);
            }
            minute++;
            hear();
        }
        return List.copyOf(said);
    }

    void hear() {
        Says says = baseline.judge(now().plusSeconds(15));
        if (odd ? says instanceof Says.Ordinary : says instanceof Says.Odd) {
            odd = !odd;
            said.add(says);
        }
    }

    private Instant now() {
        return BEGIN.plus(MINUTE.multipliedBy(minute));
    }

    IntToDoubleFunction noise(double level, double deviation) {
        return at -> level + deviation * chance.nextGaussian();
    }

    /** So many by chance, around a level. */
    double poisson(double level) {
        double bound = Math.exp(-level);
        int count = 0;
        for (double left = chance.nextDouble(); left > bound; left *= chance.nextDouble()) {
            count++;
        }
        return count;
    }

    /** As much as the time of day makes of it, from a tenth at midnight to all at noon. */
    double ofDay(int at, double most) {
        return most * (0.55 - 0.45 * Math.cos(2 * Math.PI * at / DAY));
    }
}
