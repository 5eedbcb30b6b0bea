package dev.runside.core.watch.anomaly;

import java.util.Arrays;

/**
 * The last numbers of a kind, each in 16 bits: a float's sign and exponent and seven bits of its
 * fraction, so within 0.4 %. The bounds judged with are never narrower than some percent.
 */
final class Recent {

    private final short[] ring;
    private int next;
    private int size;

    Recent(int capacity) {
        ring = new short[capacity];
    }

    int size() {
        return size;
    }

    void add(double number) {
        ring[next] = packed(number);
        next = (next + 1) % ring.length;
        size = Math.min(size + 1, ring.length);
    }

    Sorted sorted() {
        double[] all = new double[size];
        for (int at = 0; at < size; at++) {
            all[at] = unpacked(ring[at]);
        }
        return Sorted.of(all);
    }

    /** The median of the newest few, of which there must be that many. */
    double middleOfNewest(int few) {
        double[] newest = new double[few];
        for (int back = 0; back < few; back++) {
            newest[back] = unpacked(ring[Math.floorMod(next - 1 - back, ring.length)]);
        }
        Arrays.sort(newest);
        return newest[few / 2];
    }

    static short packed(double number) {
        double bounded = Math.clamp(number, -1e38, 1e38);
        return (short) ((Float.floatToRawIntBits((float) bounded) + 0x8000) >>> 16);
    }

    static double unpacked(short packed) {
        return Float.intBitsToFloat(packed << 16);
    }
}
