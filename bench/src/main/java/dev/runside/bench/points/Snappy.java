package dev.runside.bench.points;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Snappy's block format with a single literal: nothing is made smaller, and nothing has to be
 * unpacked.
 */
final class Snappy {

    private static final int LITERAL_WITH_FOUR_BYTES_OF_LENGTH = 63 << 2;

    private Snappy() {}

    static byte[] block(byte[] content) {
        var out = new ByteArrayOutputStream(content.length + 10);
        Wire.varint(out, content.length);
        out.write(LITERAL_WITH_FOUR_BYTES_OF_LENGTH);
        out.writeBytes(
                ByteBuffer.allocate(Integer.BYTES)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putInt(content.length - 1)
                        .array());
        out.writeBytes(content);
        return out.toByteArray();
    }
}
