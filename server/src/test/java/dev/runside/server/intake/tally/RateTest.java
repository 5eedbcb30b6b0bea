package dev.runside.server.intake.tally;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class RateTest {

    private static final Instant NOON = Instant.parse("2030-01-01T12:00:00Z");

    private final Rate rate = new Rate();

    @Test
    void whatIsOlderThanAMinuteIsNotCounted() {
        rate.add(NOON, 7);
        rate.add(NOON.plusSeconds(30), 5);

        assertThat(rate.perMinute(NOON.plusSeconds(31))).isEqualTo(12);
        assertThat(rate.perMinute(NOON.plusSeconds(61))).isEqualTo(5);
        assertThat(rate.perMinute(NOON.plusSeconds(3_600))).isZero();
    }

    @Test
    void aClockThatStepsBackMakesNothingTwice() {
        rate.add(NOON, 3);
        rate.add(NOON.minusSeconds(600), 4);

        assertThat(rate.perMinute(NOON)).isEqualTo(7);
    }
}
