package dev.runside.server.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ServerClockTest {

    private static final Instant NOON = Instant.parse("2026-02-03T12:00:00Z");

    private Instant wall = NOON;
    private long nanos = 1_000;

    private final ServerClock clock = new ServerClock(() -> wall, () -> nanos, Instant.EPOCH);

    @Test
    void itFollowsTheMachinesClock() {
        pass(Duration.ofSeconds(5));

        assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(5));
    }

    @Test
    void itNeverGoesBackAndGoesOnWhenTheMachinesClockIsSetBack() {
        clock.instant();
        wall = wall.minus(Duration.ofHours(1));

        Instant first = clock.instant();
        pass(Duration.ofSeconds(100));

        assertThat(first).isEqualTo(NOON);
        assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(95));
    }

    @Test
    void aheadOfTheMachinesClockItWaitsForItByRunningSlower() {
        wall = wall.minusSeconds(1);
        var ahead = new ServerClock(() -> wall, () -> nanos, NOON);

        pass(Duration.ofSeconds(20));

        assertThat(ahead.instant()).isEqualTo(wall);
    }

    @Test
    void itStartsNoEarlierThanWhatWasPromised() {
        var started = new ServerClock(() -> wall, () -> nanos, NOON.plusSeconds(2));

        assertThat(started.instant()).isEqualTo(NOON.plusSeconds(2));
    }

    @Test
    void itTicksInMilliseconds() {
        pass(Duration.ofNanos(1_234_567));

        assertThat(clock.instant()).isEqualTo(NOON.plusMillis(1));
    }

    @Test
    void setBackItKnowsHowFarItIsAheadAndWhatTheMachinesTimeIs() {
        assertThat(clock.ahead()).isZero();
        wall = wall.minus(Duration.ofHours(1));

        assertThat(clock.ahead()).isEqualTo(Duration.ofHours(1));
        assertThat(clock.machine()).isEqualTo(wall);
        pass(Duration.ofHours(20));
        assertThat(clock.machine()).isEqualTo(clock.instant()).isEqualTo(wall);
    }

    private void pass(Duration time) {
        wall = wall.plus(time);
        nanos += time.toNanos();
    }
}
