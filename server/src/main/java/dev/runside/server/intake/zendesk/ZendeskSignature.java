package dev.runside.server.intake.zendesk;

import dev.runside.server.access.SigningSecret;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Optional;

/** HMAC-SHA256 of time and body, in base64; one that was recorded is good for five minutes. */
record ZendeskSignature(String signature, String timestamp) {

    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    static ZendeskSignature in(HttpServletRequest request) {
        return new ZendeskSignature(
                header(request, "X-Zendesk-Webhook-Signature"),
                header(request, "X-Zendesk-Webhook-Signature-Timestamp"));
    }

    boolean isOf(byte[] body, SigningSecret secret, Instant now) {
        byte[] expected =
                Base64.getEncoder()
                        .encode(secret.byText(timestamp.getBytes(StandardCharsets.UTF_8), body));
        return isOf(now)
                && MessageDigest.isEqual(expected, signature.getBytes(StandardCharsets.UTF_8));
    }

    private boolean isOf(Instant now) {
        try {
            Instant signed = OffsetDateTime.parse(timestamp).toInstant();
            return Duration.between(signed, now).abs().compareTo(TOLERANCE) <= 0;
        } catch (DateTimeException _) {
            return false;
        }
    }

    private static String header(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getHeader(name)).orElse("");
    }
}
