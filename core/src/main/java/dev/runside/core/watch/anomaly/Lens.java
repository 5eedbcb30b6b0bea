package dev.runside.core.watch.anomaly;

import dev.runside.core.watch.anomaly.Sorted.Tail;
import dev.runside.core.watch.anomaly.View.Expected;

/**
 * A way to measure a deviation: in spreads of the last values, but no more than the hour of the day
 * leaves unexplained; as a jump against the values just before; and against the hour alone. What is
 * most counts.
 *
 * @param tail of the last values: what is still usual
 * @param grain no spread is narrower
 * @param narrowest a spread is never taken as less than this share of the level
 * @param season how much a deviation from the hour's usual value counts
 * @param unexplained what remains of a deviation when the hour explains all of it, as a share
 * @param down how much a fall counts
 * @param jump how much a jump counts
 * @param hour how much a value counts that is wrong for the hour only
 * @param most what no deviation exceeds
 */
record Lens(
        Tail tail,
        Grains.Kind grain,
        double narrowest,
        double season,
        double unexplained,
        double down,
        double jump,
        double hour,
        double most) {

    private static final double MOST_OF_ONE = 30;
    private static final double NARROW = 1e-9;

    /** How far out: rises are what hurts. */
    static final Lens EXTENT =
            new Lens(Tail.TENTH, Grains.Kind.LOWEST, 0.1, 1, 0.3, 0.3, 0.8, 0.3, 60);

    /** How far out to either side. */
    static final Lens EITHER_SIDE =
            new Lens(Tail.TENTH, Grains.Kind.LOWEST, 0.1, 1, 0.3, 1, 0.8, 0.3, 60);

    /** Is it news: falls as much as rises, and what is usual is wider. */
    static final Lens NOVELTY =
            new Lens(Tail.HUNDREDTH, Grains.Kind.STEP, 0.03, 0.5, 0.6, 1, 0.5, 0.3, 8);

    /** Zero or more, in spreads. */
    double deviation(View view) {
        double level = Math.max(rise(view), down * fall(view));
        double sudden = Math.max(jumped(view), wrongForTheHour(view));
        return Math.clamp(Math.max(level, sudden), 0, most);
    }

    private double rise(View view) {
        return beyond(view, 1);
    }

    private double fall(View view) {
        return beyond(view, -1);
    }

    /**
     * @param way 1 upwards, -1 downwards
     */
    private double beyond(View view, int way) {
        if (!view.enough()) {
            return 0;
        }
        double above = view.values().above(tail);
        double below = view.values().below(tail);
        double spread = way > 0 ? Math.max(above, below / 2) : Math.max(below, above / 2);
        double bound = bound(view);
        return explained(
                way * (view.value() - view.median()) / Math.max(spread, bound),
                way * (view.value() - view.season().value()) / seasonSpread(view, bound),
                view.season().known());
    }

    private double explained(double deviation, double fromSeason, boolean known) {
        return known && deviation > 0
                ? Math.min(deviation, Math.max(fromSeason * season, deviation * unexplained))
                : deviation;
    }

    private double jumped(View view) {
        Expected before = view.jump();
        if (!before.proven()) {
            return 0;
        }
        double chance = before.rareError() == 0 ? view.grain(grain) : 0;
        double spread = before.rareError() + narrowest * Math.abs(before.value()) + chance + NARROW;
        return jump * sided(view.value() - before.value(), spread);
    }

    private double wrongForTheHour(View view) {
        return view.season().proven()
                ? hour * sided(view.value() - view.season().value(), rareSpread(view))
                : 0;
    }

    private double sided(double distance, double spread) {
        double deviation = Math.min(MOST_OF_ONE, Math.abs(distance) / spread);
        return distance < 0 ? deviation * down : deviation;
    }

    private double bound(View view) {
        return view.grain(grain) + narrowest * Math.abs(view.median()) + NARROW;
    }

    private double seasonSpread(View view, double bound) {
        return seasonSpread(view.season().error(), view, bound);
    }

    private double rareSpread(View view) {
        return seasonSpread(view.season().rareError(), view, bound(view));
    }

    private double seasonSpread(double error, View view, double bound) {
        return Math.max(error + narrowest * Math.abs(view.season().value()) + NARROW, bound);
    }
}
