package dev.runside.core.watch;

import java.util.Arrays;

/**
 * A row of numbers, each as small as it may be: counts of events are nearly always whole, and a
 * whole number takes half the room. From the first one that is not, all are kept as they came.
 */
final class Cells {

    private static final int[] NO_WHOLE = {};
    private static final double[] NO_BROKEN = {};

    private int[] whole;
    private double[] broken = NO_BROKEN;

    Cells(int length) {
        this.whole = new int[length];
    }

    int length() {
        return Math.max(whole.length, broken.length);
    }

    double get(int at) {
        return broken.length > 0 ? broken[at] : whole[at];
    }

    void set(int at, double value) {
        if (broken.length == 0 && value == (int) value) {
            whole[at] = (int) value;
            return;
        }
        if (broken.length == 0) {
            broken = Arrays.stream(whole).asDoubleStream().toArray();
            whole = NO_WHOLE;
        }
        broken[at] = value;
    }
}
