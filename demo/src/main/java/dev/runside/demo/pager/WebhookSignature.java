package dev.runside.demo.pager;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Standard Webhooks, version 1: HMAC-SHA256 over {@code id.timestamp.body}. */
final class WebhookSignature {

    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private final SecretKeySpec key;

    /**
     * @param secret {@code whsec_} and the key in base64
     */
    WebhookSignature(String secret) {
        byte[] bytes = Base64.getDecoder().decode(secret.substring("whsec_".length()));
        this.key = new SecretKeySpec(bytes, "HmacSHA256");
    }

    /**
     * True where one of the signatures, separated by spaces, is ours and the message is not an old
     * one.
     */
    boolean verifies(String id, String timestamp, String signatures, byte[] body, Instant now) {
        if (!recent(timestamp, now)) {
            return false;
        }
        byte[] expected = ("v1," + sign(id, timestamp, body)).getBytes(StandardCharsets.UTF_8);
        return Arrays.stream(signatures.split(" "))
                .anyMatch(given ->
                        MessageDigest.isEqual(expected, given.getBytes(StandardCharsets.UTF_8)));
    }

    private static boolean recent(String timestamp, Instant now) {
        try {
            Instant sent = Instant.ofEpochSecond(Long.parseLong(timestamp));
            return Duration.between(sent, now).abs().compareTo(TOLERANCE) <= 0;
        } catch (NumberFormatException _) {
            return false;
        }
    }

    String sign(String id, String timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}
