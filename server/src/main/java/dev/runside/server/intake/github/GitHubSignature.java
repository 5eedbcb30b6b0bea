package dev.runside.server.intake.github;

import dev.runside.server.access.SigningSecret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

/** {@code X-Hub-Signature-256}: {@code sha256=} and the hex digits of the body's HMAC. */
record GitHubSignature(String header) {

    static final String NAME = "X-Hub-Signature-256";
    private static final String PREFIX = "sha256=";
    private static final int LENGTH = PREFIX.length() + 64;

    boolean wellFormed() {
        return header.length() == LENGTH && header.startsWith(PREFIX);
    }

    /** Takes the same time wherever they differ. */
    boolean isOf(byte[] body, SigningSecret secret) {
        String expected = PREFIX + HexFormat.of().formatHex(secret.byText(body));
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.US_ASCII),
                header.getBytes(StandardCharsets.US_ASCII));
    }
}
