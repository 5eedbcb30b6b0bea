package dev.runside.bench.points;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** The bytes as the two protocols have them; that both sides read them is seen in PointsIT. */
class ProtocolTest {

    private static final Estate ONE = new Estate(1, 1);
    private static final Instant TIME = Instant.parse("2026-01-31T12:00:00.123Z");

    @Test
    void aVarintHasSevenBitsAByteTheLowestFirst() {
        byte[] bytes = new Wire().number(1, 300).bytes();

        assertThat(HexFormat.of().formatHex(bytes)).isEqualTo("08ac02");
    }

    @Test
    void aBlockOfSnappyIsItsLengthAndOneLiteral() {
        byte[] block = Snappy.block(new byte[] {1, 2, 3});

        assertThat(HexFormat.of().formatHex(block)).isEqualTo("03fc02000000010203");
    }

    @Test
    void timesAndCountsAreFilledInWhereTheyBelongInOtlp() {
        byte[] body = filled(Protocol.OTLP);

        byte[] point =
                ByteBuffer.allocate(18)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .put((byte) (3 << 3 | 1))
                        .putLong(TIME.toEpochMilli() * 1_000_000)
                        .put((byte) (4 << 3 | 1))
                        .putDouble(7)
                        .array();
        assertThat(body).containsSequence(point).containsSequence("relay-0".getBytes());
    }

    @Test
    void timesAndCountsAreFilledInWhereTheyBelongInRemoteWrite() {
        byte[] body = filled(Protocol.REMOTE_WRITE);

        byte[] sample =
                new Wire()
                        .fixed(1, Double.doubleToLongBits(7))
                        .number(2, TIME.toEpochMilli())
                        .bytes();
        assertThat(body)
                .containsSequence(sample)
                .containsSequence("mail_requests_total".getBytes());
    }

    private static byte[] filled(Protocol protocol) {
        return protocol.form(ONE, 0, 1, TIME).filled(TIME, new double[] {7, 8});
    }
}
