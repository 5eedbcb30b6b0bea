package dev.runside.server.respond.pager;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RetryPlanTest {

    private static final Instant START = Instant.parse("2030-01-01T00:00:00Z");

    @Test
    void waitsLongerEachTimeAndNeverLongerThanFiveMinutes() {
        assertThat(wait(1)).isEqualTo(Duration.ofSeconds(1));
        assertThat(wait(2)).isEqualTo(Duration.ofSeconds(2));
        assertThat(wait(5)).isEqualTo(Duration.ofSeconds(16));
        assertThat(wait(9)).isEqualTo(Duration.ofSeconds(256));
        assertThat(wait(10)).isEqualTo(Duration.ofMinutes(5));
        assertThat(wait(1_000)).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void chanceSpreadsTheTries() {
        assertThat(RetryPlan.next(START, 4, START, 0)).contains(START.plusSeconds(6));
        assertThat(RetryPlan.next(START, 4, START, 1)).contains(START.plusSeconds(10));
    }

    @Test
    void givesUpAfterADay() {
        Instant late = START.plus(Duration.ofHours(24)).minusSeconds(10);

        assertThat(RetryPlan.next(START, 3, late, 0.5)).isPresent();
        assertThat(RetryPlan.next(START, 30, late, 0.5)).isEqualTo(Optional.empty());
    }

    private static Duration wait(int failures) {
        return Duration.between(START, RetryPlan.next(START, failures, START, 0.5).orElseThrow());
    }
}
