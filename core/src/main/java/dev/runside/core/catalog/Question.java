package dev.runside.core.catalog;

import java.util.List;

/** What a source is asked for an indicator, in its own language. */
public sealed interface Question {

    /** The questions as they are sent. */
    List<String> queries();

    /**
     * Good or bad events among all.
     *
     * @param counted the query of the good or the bad ones
     * @param bad which of both
     * @param counter true where the answers are counters, whose increase counts; false where they
     *     are the events of one interval
     */
    record Share(String counted, boolean bad, String total, boolean counter) implements Question {

        @Override
        public List<String> queries() {
            return List.of(counted, total);
        }
    }

    /** How many events there were since the question before. */
    record Amount(String query) implements Question {

        @Override
        public List<String> queries() {
            return List.of(query);
        }
    }

    /** A value held against a bound: each second in which it keeps it is a good one. */
    record Threshold(String query, Comparison good, double bound) implements Question {

        @Override
        public List<String> queries() {
            return List.of(query);
        }

        public boolean isGood(double value) {
            return good.holds(value, bound);
        }
    }

    /** Written as OpenSLO does. */
    enum Comparison {
        LT,
        LTE,
        GT,
        GTE;

        boolean holds(double value, double bound) {
            return switch (this) {
                case LT -> value < bound;
                case LTE -> value <= bound;
                case GT -> value > bound;
                case GTE -> value >= bound;
            };
        }
    }
}
