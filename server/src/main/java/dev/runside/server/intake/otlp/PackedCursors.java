package dev.runside.server.intake.otlp;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * Cursors as bytes. Those of one request stand together, so that what the one before says is left
 * out: some fifty bytes a counter.
 *
 * <pre>
 *   version  number of cursors  cursor…
 *   cursor:  what it shares with the one before  key  [instrument]  [source]  start  time  heard  total  buckets  [bounds]  recent
 * </pre>
 */
final class PackedCursors {

    private static final int VERSION = 1;
    private static final int SAME_INSTRUMENT = 1;
    private static final int SAME_SOURCE = 2;
    private static final int SAME_BOUNDS = 4;
    private static final UUID NOBODY = new UUID(0, 0);

    /** Before the first. */
    private static final Cursor NONE =
            new Cursor(NOBODY, NOBODY, "", 0, 0, Counts.ofSum(0), Cursor.NO_TIMES, 0);

    private PackedCursors() {}

    static byte[] pack(Collection<Cursor> cursors) {
        var bytes = new ByteArrayOutputStream(64 * cursors.size() + 16);
        var out = new DataOutputStream(bytes);
        try {
            out.writeByte(VERSION);
            out.writeInt(cursors.size());
            Cursor before = NONE;
            for (Cursor cursor : cursors) {
                write(cursor, before, out);
                before = cursor;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("no disk is involved", e);
        }
        return bytes.toByteArray();
    }

    private static void write(Cursor cursor, Cursor before, DataOutputStream out)
            throws IOException {
        int shared = shared(cursor, before);
        out.writeByte(shared);
        write(cursor.key(), out);
        if ((shared & SAME_INSTRUMENT) == 0) {
            write(cursor.instrument(), out);
        }
        if ((shared & SAME_SOURCE) == 0) {
            out.writeUTF(cursor.source());
        }
        out.writeLong(cursor.startNanos());
        out.writeLong(cursor.timeNanos());
        out.writeLong(cursor.heardAt());
        out.writeDouble(cursor.counts().total());
        write(cursor.counts().buckets(), out);
        if ((shared & SAME_BOUNDS) == 0) {
            write(cursor.counts().bounds(), out);
        }
        out.writeShort(cursor.recentNanos().length);
        for (long time : cursor.recentNanos()) {
            out.writeLong(time);
        }
    }

    private static int shared(Cursor cursor, Cursor before) {
        return (cursor.instrument().equals(before.instrument()) ? SAME_INSTRUMENT : 0)
                | (cursor.source().equals(before.source()) ? SAME_SOURCE : 0)
                | (Arrays.equals(cursor.counts().bounds(), before.counts().bounds())
                        ? SAME_BOUNDS
                        : 0);
    }

    static List<Cursor> unpack(byte[] packed) {
        var in = new DataInputStream(new ByteArrayInputStream(packed));
        try {
            int version = in.readByte();
            if (version != VERSION) {
                throw new IllegalStateException("no version of cursors is " + version);
            }
            int count = in.readInt();
            List<Cursor> cursors = new ArrayList<>(count);
            Cursor before = NONE;
            for (int at = 0; at < count; at++) {
                before = read(before, in);
                cursors.add(before);
            }
            return cursors;
        } catch (IOException e) {
            throw new UncheckedIOException("cursors end too early", e);
        }
    }

    private static Cursor read(Cursor before, DataInputStream in) throws IOException {
        int shared = in.readByte();
        UUID key = readKey(in);
        UUID instrument = (shared & SAME_INSTRUMENT) == 0 ? readKey(in) : before.instrument();
        String source = (shared & SAME_SOURCE) == 0 ? in.readUTF() : before.source();
        long start = in.readLong();
        long time = in.readLong();
        long heard = in.readLong();
        double total = in.readDouble();
        double[] buckets = readNumbers(in);
        double[] bounds = (shared & SAME_BOUNDS) == 0 ? readNumbers(in) : before.counts().bounds();
        long[] recent = new long[in.readUnsignedShort()];
        for (int at = 0; at < recent.length; at++) {
            recent[at] = in.readLong();
        }
        return new Cursor(
                key,
                instrument,
                source,
                start,
                time,
                new Counts(total, buckets, bounds),
                recent,
                heard);
    }

    private static void write(UUID key, DataOutputStream out) throws IOException {
        out.writeLong(key.getMostSignificantBits());
        out.writeLong(key.getLeastSignificantBits());
    }

    private static UUID readKey(DataInputStream in) throws IOException {
        return new UUID(in.readLong(), in.readLong());
    }

    private static void write(double[] numbers, DataOutputStream out) throws IOException {
        out.writeInt(numbers.length);
        for (double number : numbers) {
            out.writeDouble(number);
        }
    }

    private static double[] readNumbers(DataInputStream in) throws IOException {
        double[] numbers = new double[in.readInt()];
        for (int at = 0; at < numbers.length; at++) {
            numbers[at] = in.readDouble();
        }
        return numbers;
    }
}
