package dev.runside.server.storage;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.UUID;

/**
 * Makes identifiers: UUIDs of version 7 (RFC 9562), which sort by time, with a prefix that says of
 * what.
 */
public final class Ids {

    private static final SecureRandom random = new SecureRandom();
    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private final InstantSource clock;

    Ids(InstantSource clock) {
        this.clock = clock;
    }

    /** As in {@code inc_0199…}. */
    public String next(String prefix) {
        long high = (clock.millis() << 16) | VERSION_7 | (random.nextLong() & 0xFFF);
        long low = VARIANT | (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL);
        return prefix + "_" + new UUID(high, low);
    }
}
