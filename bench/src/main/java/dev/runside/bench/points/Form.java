package dev.runside.bench.points;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;

/**
 * An export as bytes, made once; only times and counts are filled in when it is sent, as the load
 * shares the cores with what it measures.
 *
 * @param body with {@link #MARK} where the counts stand
 * @param times how far before each count its time stands, and how it is written
 */
@SuppressWarnings("ArrayRecordComponent")
record Form(byte[] body, int[] counts, Times times) {

    /** Stands in a form for a count: no number that occurs in it otherwise. */
    static final long MARK = 0x7b5a_6d3c_4e1f_2a9dL;

    /** How a protocol writes the time of a sample, relative to its count. */
    enum Times {
        /** Nanoseconds, in eight bytes that end with the tag of the count behind them. */
        OTLP,
        /** Milliseconds, in six bytes of seven bits each, behind the count and a tag. */
        REMOTE_WRITE
    }

    /**
     * @param series how many counts there are
     */
    static Form of(byte[] body, int series, Times times) {
        ByteBuffer bytes = ByteBuffer.wrap(body).order(ByteOrder.LITTLE_ENDIAN);
        int[] counts = new int[series];
        int found = 0;
        for (int at = 0; at <= body.length - Long.BYTES; at++) {
            if (bytes.getLong(at) == MARK) {
                counts[found++] = at;
            }
        }
        if (found != series) {
            throw new IllegalStateException(found + " counts in a form of " + series);
        }
        return new Form(body, counts, times);
    }

    byte[] filled(Instant time, double[] values) {
        byte[] filled = body.clone();
        ByteBuffer bytes = ByteBuffer.wrap(filled).order(ByteOrder.LITTLE_ENDIAN);
        long millis = time.toEpochMilli();
        for (int series = 0; series < counts.length; series++) {
            int at = counts[series];
            bytes.putDouble(at, values[series]);
            switch (times) {
                case OTLP -> bytes.putLong(at - 1 - Long.BYTES, millis * 1_000_000);
                case REMOTE_WRITE -> {
                    for (int digit = 0; digit < 6; digit++) {
                        long seven = millis >>> 7 * digit & 0x7f;
                        filled[at + Long.BYTES + 1 + digit] =
                                (byte) (digit < 5 ? seven | 0x80 : seven);
                    }
                }
            }
        }
        return filled;
    }
}
