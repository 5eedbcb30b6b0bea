package dev.runside.server.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class IdsTest {

    private Instant now = Instant.parse("2026-02-03T04:05:06.007Z");
    private final Ids ids = new Ids(() -> now);

    @Test
    void anIdIsAUuidOfVersion7AfterItsPrefix() {
        String id = ids.next("inc");

        var uuid = UUID.fromString(id.substring("inc_".length()));
        assertThat(uuid.version()).isEqualTo(7);
        assertThat(uuid.variant()).isEqualTo(2);
        assertThat(uuid.getMostSignificantBits() >>> 16).isEqualTo(now.toEpochMilli());
    }

    @Test
    void laterIdsSortLater() {
        String earlier = ids.next("inc");
        now = now.plusMillis(1);

        assertThat(ids.next("inc")).isGreaterThan(earlier);
    }
}
