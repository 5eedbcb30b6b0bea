package dev.runside.server.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * What is kept of a secret. One pass of SHA-256 is enough: the secrets are random and 256 bits
 * long.
 */
final class Digest {

    private Digest() {}

    static byte[] of(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Takes the same time wherever they differ. */
    static boolean same(String secret, String other) {
        return MessageDigest.isEqual(of(secret), of(other));
    }
}
