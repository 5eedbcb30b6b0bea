package dev.runside.server.intake;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/**
 * A key over several texts or other bytes; each is preceded by its length, so that none runs into
 * the next.
 */
public final class Digest {

    private final ByteBuffer length = ByteBuffer.allocate(Integer.BYTES);
    private final MessageDigest sha;

    public Digest() {
        try {
            sha = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    public Digest add(String text) {
        return add(text.getBytes(StandardCharsets.UTF_8));
    }

    public Digest add(byte[] bytes) {
        sha.update(length.putInt(0, bytes.length).array());
        sha.update(bytes);
        return this;
    }

    /** The first 128 bits. */
    public UUID uuid() {
        ByteBuffer bytes = ByteBuffer.wrap(sha.digest());
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    /** The first 64 bits. */
    public long bits() {
        return ByteBuffer.wrap(sha.digest()).getLong();
    }

    /** The first 64 bits, as text. */
    public String hex() {
        return HexFormat.of().formatHex(sha.digest(), 0, Long.BYTES);
    }
}
