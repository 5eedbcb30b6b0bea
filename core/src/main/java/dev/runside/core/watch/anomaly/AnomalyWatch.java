package dev.runside.core.watch.anomaly;

import dev.runside.core.watch.anomaly.View.Expected;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Watches one indicator without being configured: level, spread and jumps of its last 200 values,
 * whatever time lies between them, and its rhythm over the day. Below 2 KB. Not for several
 * threads.
 */
public final class AnomalyWatch {

    /** Two of its seasons. */
    static final Duration LEARNING = Duration.ofDays(2);

    private static final int VALUES = 200;
    private static final int JUMPS = 250;
    private static final int BEFORE = 5;
    private static final int SEASON_ERRORS = 180;
    private static final int EACH = 3;
    private static final double LINGERS = 0.3;
    private static final double LINGERS_AT_MOST = 20;
    private static final double FAR = 2;
    private static final double OUTSIDE = 2.1;
    private static final double HALF = 1.5;

    private final Recent values = new Recent(VALUES);
    private final Recent jumps = new Recent(JUMPS);
    private final Recent seasonErrors = new Recent(SEASON_ERRORS);
    private final Grains grains = new Grains();
    private final DayProfile day = new DayProfile();
    private final Custom extents = new Custom(0.98, 0.1);
    private final Custom novelties = new Custom(0.998, 1);
    private final Episode episode = new Episode();
    private long first = Long.MAX_VALUE;
    private double extent;
    private int inARow;
    private int skipped;

    /**
     * @param time in ascending order
     * @param value NaN or infinite says nothing and is not learned
     */
    public Verdict judge(Instant time, double value) {
        first = Math.min(first, time.getEpochSecond());
        if (!Double.isFinite(value)) {
            return new Verdict(0, Shape.ORDINARY, "no number", left(time));
        }
        grains.add(value);
        View view = view(time, value);
        Verdict verdict = verdict(view, left(time));
        learn(time, view);
        return verdict;
    }

    /** What the last values are like; empty while there are too few to say. */
    public Optional<Usual> usual() {
        return values.size() >= View.ENOUGH
                ? Optional.of(Usual.of(values.sorted()))
                : Optional.empty();
    }

    /** Learns without judging: what is stored of long ago. */
    public void remember(Instant time, double value) {
        if (Double.isFinite(value)) {
            first = Math.min(first, time.getEpochSecond());
            grains.add(value);
            if (values.size() >= BEFORE) {
                jumps.add(Math.abs(value - values.middleOfNewest(BEFORE)));
            }
            values.add(value);
            day.add(time, value);
        }
    }

    private View view(Instant time, double value) {
        return new View(value, values.sorted(), grains, season(time), jump());
    }

    private Expected season(Instant time) {
        return values.size() >= View.ENOUGH && day.knows(time)
                ? Expected.of(day.expected(time), seasonErrors)
                : Expected.NOTHING;
    }

    private Expected jump() {
        return values.size() >= BEFORE
                ? Expected.of(values.middleOfNewest(BEFORE), jumps)
                : Expected.NOTHING;
    }

    private Verdict verdict(View view, Duration left) {
        double deviation = Lens.EXTENT.deviation(view);
        double now = extents.tempered(deviation);
        double eitherSide = extents.tempered(Lens.EITHER_SIDE.deviation(view));
        double lasting = Math.max(now, LINGERS * Math.min(extent, LINGERS_AT_MOST));
        double news = news(view);
        extents.learn(deviation);
        extent = now;
        count(view, now);
        double score =
                news >= 1 && eitherSide >= OUTSIDE ? episodeScore(news) : extentScore(lasting);
        if (score < Verdict.UNUSUAL) {
            return new Verdict(score, Shape.ORDINARY, "as usual", left);
        }
        Explanation why = new Explanation(view, Math.abs(inARow));
        return new Verdict(score, why.shape(), why.sentence(), left);
    }

    private double news(View view) {
        double deviation = Lens.NOVELTY.deviation(view);
        double news = episode.news(novelties.tempered(deviation));
        novelties.learn(deviation);
        return news;
    }

    /** Positive while values are above, negative while they are below. */
    private void count(View view, double deviation) {
        int side = view.value() >= view.median() ? 1 : -1;
        if (deviation < FAR) {
            inARow = 0;
        } else {
            inARow = Integer.signum(inARow) == side ? inARow + side : side;
        }
    }

    private void learn(Instant time, View view) {
        double value = view.value();
        if (view.season().known() && skipped++ % EACH == 0) {
            seasonErrors.add(Math.abs(value - view.season().value()));
        }
        if (values.size() >= BEFORE) {
            jumps.add(Math.abs(value - values.middleOfNewest(BEFORE)));
        }
        values.add(value);
        day.add(time, value);
    }

    private Duration left(Instant time) {
        Duration seen = Duration.ofSeconds(time.getEpochSecond() - first);
        return seen.compareTo(LEARNING) >= 0 ? Duration.ZERO : LEARNING.minus(seen);
    }

    private static double extentScore(double deviation) {
        return Verdict.EPISODE * deviation / (deviation + HALF);
    }

    private static double episodeScore(double news) {
        return Verdict.EPISODE + (1 - Verdict.EPISODE) * news / (news + 1);
    }
}
