package dev.runside.server.intake.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** Makes odd bodies of good ones. */
final class Mutator {

    private static final int LARGEST = 256 * 1024;
    private static final byte[] ODD = {0, -1, -128, 127, '{', '[', '"', '\\', ',', ':', '}', ']'};

    private final RandomGenerator random;

    Mutator(RandomGenerator random) {
        this.random = random;
    }

    byte[] mutated(List<byte[]> seeds) {
        byte[] body = any(seeds);
        int times = 1 + random.nextInt(4);
        for (int at = 0; at < times; at++) {
            body = once(body, seeds);
        }
        return body.length <= LARGEST ? body : Arrays.copyOf(body, LARGEST);
    }

    private byte[] any(List<byte[]> seeds) {
        return seeds.get(random.nextInt(seeds.size()));
    }

    private byte[] once(byte[] body, List<byte[]> seeds) {
        return switch (random.nextInt(14)) {
            case 0 -> flipped(body);
            case 1 -> odd(body);
            case 2 -> inserted(body);
            case 3 -> without(body);
            case 4 -> doubled(body);
            case 5 -> spliced(body, any(seeds));
            case 6 -> Arrays.copyOf(body, place(body));
            case 7 -> added(body);
            default -> revalued(body);
        };
    }

    private byte[] flipped(byte[] body) {
        byte[] other = body.clone();
        if (other.length > 0) {
            other[random.nextInt(other.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return other;
    }

    private byte[] odd(byte[] body) {
        byte[] other = body.clone();
        if (other.length > 0) {
            other[random.nextInt(other.length)] = ODD[random.nextInt(ODD.length)];
        }
        return other;
    }

    private byte[] inserted(byte[] body) {
        byte[] some = new byte[1 + random.nextInt(8)];
        random.nextBytes(some);
        int at = place(body);
        return joined(body, at, some, at);
    }

    private byte[] without(byte[] body) {
        int from = place(body);
        return joined(body, from, new byte[0], stretch(body, from));
    }

    private byte[] doubled(byte[] body) {
        int from = place(body);
        int to = stretch(body, from);
        return joined(body, to, Arrays.copyOfRange(body, from, to), to);
    }

    private byte[] spliced(byte[] body, byte[] other) {
        int from = place(other);
        return joined(
                body, place(body), Arrays.copyOfRange(other, from, other.length), body.length);
    }

    /** A small number is added to a byte: lengths and field numbers of protobuf move a little. */
    private byte[] added(byte[] body) {
        byte[] other = body.clone();
        if (other.length > 0) {
            other[random.nextInt(other.length)] += (byte) (random.nextInt(9) - 4);
        }
        return other;
    }

    /** Another value stands where one of JSON's stood, after a colon or a bracket. */
    private byte[] revalued(byte[] body) {
        int from = place(body);
        while (from < body.length && body[from] != ':' && body[from] != '[') {
            from++;
        }
        if (from >= body.length) {
            return odd(body);
        }
        int to = JsonEnd.of(body, from + 1);
        byte[] value = Oddities.value(random).getBytes(StandardCharsets.UTF_8);
        return joined(body, from + 1, value, to);
    }

    private int place(byte[] body) {
        return random.nextInt(body.length + 1);
    }

    private int stretch(byte[] body, int from) {
        return Math.min(body.length, from + 1 + random.nextInt(random.nextBoolean() ? 4 : 200));
    }

    private static byte[] joined(byte[] body, int head, byte[] middle, int tail) {
        var whole = new ByteArrayOutputStream(head + middle.length + body.length - tail);
        whole.write(body, 0, head);
        whole.write(middle, 0, middle.length);
        whole.write(body, tail, body.length - tail);
        return whole.toByteArray();
    }
}
