package dev.runside.server.intake.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RecentIdsTest {

    @Test
    void theNewestAreKnownAndTheOldestForgotten() {
        long seed = System.nanoTime();
        long[] all = new Random(seed).longs(2 * RecentIds.MOST + 1).toArray();
        var recent = new RecentIds();

        LongStream.of(all).forEach(recent::add);

        assertThat(LongStream.of(all).skip(RecentIds.MOST + 1).allMatch(recent::contains))
                .as("seed %d", seed)
                .isTrue();
        assertThat(recent.contains(all[0])).as("seed %d", seed).isFalse();
    }

    @Test
    void zeroIsANumberToo() {
        var recent = new RecentIds();

        assertThat(recent.contains(0)).isFalse();
        recent.add(0);
        assertThat(recent.contains(0)).isTrue();
    }
}
