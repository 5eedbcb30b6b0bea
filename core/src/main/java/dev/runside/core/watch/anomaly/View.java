package dev.runside.core.watch.anomaly;

import dev.runside.core.watch.anomaly.Sorted.Tail;

/**
 * A value beside what could be expected, all in the value's own unit.
 *
 * @param values the last ones, without this one
 * @param grains how far chance alone moves it
 * @param season what the hour is usually like
 * @param jump what the values just before let expect
 */
record View(double value, Sorted values, Grains grains, Expected season, Expected jump) {

    static final int ENOUGH = 15;

    boolean enough() {
        return values.size() >= ENOUGH;
    }

    double grain(Grains.Kind kind) {
        return grains.at(median(), kind);
    }

    double median() {
        return values.median();
    }

    /**
     * An expectation and its usual error, or that there is none yet.
     *
     * @param rareError at least the usual one: what one error in a hundred allows
     * @param tried how many errors the usual one was taken from
     */
    record Expected(double value, double error, double rareError, int tried) {

        static final Expected NOTHING = new Expected(Double.NaN, Double.NaN, Double.NaN, 0);

        private static final int PROOF = 30;

        /** With the errors made so far. */
        static Expected of(double value, Recent errors) {
            Sorted sizes = errors.sorted();
            return new Expected(
                    value,
                    sizes.deviation(Tail.TWENTIETH),
                    sizes.deviation(Tail.TWENTIETH, Tail.HUNDREDTH),
                    sizes.size());
        }

        boolean known() {
            return !Double.isNaN(value);
        }

        boolean proven() {
            return tried >= PROOF;
        }
    }
}
