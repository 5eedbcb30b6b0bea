package dev.runside.server.intake.gitlab;

import dev.runside.server.access.SigningSecret;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * The three headers of Standard Webhooks. There may be several signatures, so that a secret can be
 * changed without a gap; one that holds is enough.
 */
record StandardSignature(String id, String timestamp, String signatures) {

    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final int MOST = 2_000;

    static Optional<StandardSignature> in(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("webhook-signature"))
                .map(signatures ->
                        new StandardSignature(
                                header(request, "webhook-id"),
                                header(request, "webhook-timestamp"),
                                signatures));
    }

    boolean isOf(byte[] body, SigningSecret secret, Instant now) {
        if (signatures.length() > MOST || !isOf(now)) {
            return false;
        }
        byte[] head = (id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8);
        byte[] expected =
                ("v1," + Base64.getEncoder().encodeToString(secret.byKey(head, body)))
                        .getBytes(StandardCharsets.UTF_8);
        boolean found = false;
        for (String signature : signatures.split(" ")) {
            found |= MessageDigest.isEqual(expected, signature.getBytes(StandardCharsets.UTF_8));
        }
        return found;
    }

    private boolean isOf(Instant now) {
        if (!timestamp.matches("\\d{1,12}")) {
            return false;
        }
        Instant signed = Instant.ofEpochSecond(Long.parseLong(timestamp));
        return Duration.between(signed, now).abs().compareTo(TOLERANCE) <= 0;
    }

    private static String header(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getHeader(name)).orElse("");
    }
}
