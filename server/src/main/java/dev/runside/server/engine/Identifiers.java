package dev.runside.server.engine;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/**
 * UUIDv7 (RFC 9562): ordered by time, with room in the low bits for the identifiers a decision
 * derives.
 */
final class Identifiers {

    private final SecureRandom random = new SecureRandom();

    UUID next(Instant now) {
        long high = now.toEpochMilli() << 16 | 0x7000L | random.nextInt(1 << 12);
        long low = 0x8000_0000_0000_0000L | random.nextLong(1L << 46) << 16;
        return new UUID(high, low);
    }
}
