package dev.runside.server.storage;

import java.security.SecureRandom;
import java.util.Base64;

/** 256 random bits that fit into a header, an address and a file. */
public final class RandomText {

    private static final SecureRandom random = new SecureRandom();
    private static final int BYTES = 32;

    private RandomText() {}

    public static String fresh() {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
