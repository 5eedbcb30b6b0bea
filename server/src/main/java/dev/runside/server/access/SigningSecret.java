package dev.runside.server.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a source and Runside share, so that the source can sign what it sends: {@code whsec_} and a
 * key in base64, as Standard Webhooks has it. Some senders sign with the text as it stands.
 */
public record SigningSecret(String text) {

    static final String PREFIX = "whsec_";
    private static final String ALGORITHM = "HmacSHA256";

    static SigningSecret of(byte[] key) {
        return new SigningSecret(PREFIX + Base64.getEncoder().encodeToString(key));
    }

    /** HMAC-SHA256 with the text itself as the key. */
    public byte[] byText(byte[]... parts) {
        return hmac(text.getBytes(StandardCharsets.UTF_8), parts);
    }

    /** HMAC-SHA256 with the key that the text holds. */
    public byte[] byKey(byte[]... parts) {
        return hmac(Base64.getDecoder().decode(text.substring(PREFIX.length())), parts);
    }

    static byte[] hmac(byte[] key, byte[]... parts) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            for (byte[] part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return "SigningSecret[…]";
    }
}
