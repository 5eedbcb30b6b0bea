package dev.runside.core.watch.baseline;

import java.time.Instant;
import java.util.OptionalDouble;

/**
 * How far values went in each hour of the last week, each number in 16 bits. What was reached at
 * about this hour on both days before, or a week ago, is of the day or of the week.
 */
final class Hours {

    private static final int HOURS = 24;
    private static final long HOUR = 3_600;
    private static final int KEPT = 7 * HOURS + 2;
    private static final short UNKNOWN = packed(Double.NaN);
    private static final long NONE = Long.MIN_VALUE;

    private final short[] least = new short[KEPT];
    private final short[] most = new short[KEPT];
    private long newest = NONE;
    private long oldest = NONE;

    void add(Instant time, double value) {
        long hour = Math.floorDiv(time.getEpochSecond(), HOUR);
        oldest = oldest == NONE ? hour : oldest;
        for (long at = Math.max(newest + 1, hour - KEPT + 1); at <= hour; at++) {
            least[place(at)] = UNKNOWN;
            most[place(at)] = UNKNOWN;
        }
        newest = Math.max(newest, hour);
        int place = place(hour);
        boolean fresh = most[place] == UNKNOWN;
        least[place] = packed(fresh ? value : Math.min(unpacked(least[place]), value));
        most[place] = packed(fresh ? value : Math.max(unpacked(most[place]), value));
    }

    private static short packed(double value) {
        return (short) (Float.floatToRawIntBits((float) Math.clamp(value, -1e38, 1e38)) >>> 16);
    }

    private static double unpacked(short packed) {
        return Float.intBitsToFloat(packed << 16);
    }

    /** Whether so high or low a value came at about this hour before. */
    boolean reached(Instant time, double value, double slack) {
        long hour = Math.floorDiv(time.getEpochSecond(), HOUR);
        return on(hour - HOURS, value, slack) && on(hour - 2 * HOURS, value, slack)
                || on(hour - 7 * HOURS, value, slack);
    }

    private boolean on(long hour, double value, double slack) {
        return value <= most(hour) + slack && value >= least(hour) - slack;
    }

    /** How far apart values lay at about this hour on both days before. */
    OptionalDouble range(Instant time) {
        long hour = Math.floorDiv(time.getEpochSecond(), HOUR);
        double most = Math.max(most(hour - HOURS), most(hour - 2 * HOURS));
        double least = Math.min(least(hour - HOURS), least(hour - 2 * HOURS));
        return most >= least ? OptionalDouble.of(most - least) : OptionalDouble.empty();
    }

    private double most(long hour) {
        double found = Double.NEGATIVE_INFINITY;
        for (long at = hour - 1; at <= hour + 1; at++) {
            found = known(at) ? Math.max(found, unpacked(most[place(at)])) : found;
        }
        return found;
    }

    private double least(long hour) {
        double found = Double.POSITIVE_INFINITY;
        for (long at = hour - 1; at <= hour + 1; at++) {
            found = known(at) ? Math.min(found, unpacked(least[place(at)])) : found;
        }
        return found;
    }

    private boolean known(long hour) {
        return oldest != NONE
                && hour >= oldest
                && hour <= newest
                && hour > newest - KEPT
                && most[place(hour)] != UNKNOWN;
    }

    private static int place(long hour) {
        return (int) Math.floorMod(hour, (long) KEPT);
    }
}
