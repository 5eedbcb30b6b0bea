package dev.runside.core.state;

import java.time.Instant;
import java.util.UUID;

/**
 * What the shell gives with each input: the server's time, the epoch it holds, and one fresh UUIDv7
 * from which a decision derives as many identifiers as it needs.
 */
public record Moment(Instant now, long epoch, UUID seed) {

    /** The n-th identifier of this decision. */
    String id(String prefix, int number) {
        UUID id = new UUID(seed.getMostSignificantBits(), seed.getLeastSignificantBits() + number);
        return prefix + "_" + id.toString().replace("-", "");
    }
}
