package dev.runside.bench.heal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpreadTest {

    @Test
    void theMedianOfAnEvenNumberLiesBetweenTheTwoInTheMiddle() {
        Spread spread = Spread.of(List.of(millis(40), millis(10), millis(30), millis(20)));

        assertThat(spread.median()).isEqualTo(25);
        assertThat(spread.worst()).isEqualTo(40);
    }

    @Test
    void theMedianOfAnOddNumberIsTheOneInTheMiddle() {
        assertThat(Spread.of(List.of(millis(9), millis(1), millis(2))).median()).isEqualTo(2);
    }

    @Test
    void nothingMeasuredHasNoMedian() {
        assertThat(Spread.of(List.of()).median()).isNaN();
    }

    private static Duration millis(long millis) {
        return Duration.ofMillis(millis);
    }
}
