package dev.runside.server.intake.inquiry;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One series as it was answered.
 *
 * @param values finite numbers by their time in milliseconds since 1970
 */
record Curve(SortedMap<Long, Double> values) {

    Curve {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }
}
