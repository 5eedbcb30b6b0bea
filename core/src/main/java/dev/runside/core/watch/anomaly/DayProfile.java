package dev.runside.core.watch.anomaly;

import java.time.Instant;
import java.util.Arrays;

/** What each hour of the day is like: the median of its means on the last seven days. */
final class DayProfile {

    private static final int HOURS = 24;
    private static final int HOUR = 3600;
    private static final int DAYS = 7;
    private static final int NEEDED = 2;

    private final short[] means = new short[HOURS * DAYS];
    private final byte[] days = new byte[HOURS];
    private long shortestStep = Long.MAX_VALUE;
    private long newest = Long.MIN_VALUE;
    private double sum;
    private int count;

    void add(Instant time, double value) {
        long second = time.getEpochSecond();
        if (newest != Long.MIN_VALUE) {
            step(second);
        }
        newest = second;
        sum += value;
        count++;
    }

    private void step(long second) {
        if (second > newest) {
            shortestStep = Math.min(shortestStep, second - newest);
        }
        if (hour(second) != hour(newest)) {
            close(hour(newest));
        }
    }

    private void close(int hour) {
        means[hour * DAYS + days[hour] % DAYS] = Recent.packed(sum / count);
        days[hour] = (byte) (days[hour] + 1 == 2 * DAYS ? DAYS : days[hour] + 1);
        sum = 0;
        count = 0;
    }

    /** Whether the hour was seen on two days. */
    boolean knows(Instant time) {
        return days[hour(time.getEpochSecond())] >= NEEDED;
    }

    /** What is usual then: between hours where there is more than one value an hour. */
    double expected(Instant time) {
        long second = time.getEpochSecond();
        int hour = hour(second);
        double share = Math.floorMod(second, HOUR) / (double) HOUR;
        int other = Math.floorMod(share < 0.5 ? hour - 1 : hour + 1, HOURS);
        if (shortestStep >= HOUR || days[other] == 0) {
            return usual(hour);
        }
        double own = share < 0.5 ? share + 0.5 : 1.5 - share;
        return usual(hour) * own + usual(other) * (1 - own);
    }

    private double usual(int hour) {
        int kept = Math.min(days[hour], DAYS);
        double[] ofDays = new double[kept];
        for (int day = 0; day < kept; day++) {
            ofDays[day] = Recent.unpacked(means[hour * DAYS + day]);
        }
        Arrays.sort(ofDays);
        return ofDays[kept / 2];
    }

    private static int hour(long second) {
        return (int) Math.floorMod(second / HOUR, (long) HOURS);
    }
}
