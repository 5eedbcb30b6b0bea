package dev.runside.server.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Conditions of indicators are written by many, and the values come from outside. */
@Timeout(20)
class EffortTest {

    @Test
    void aConditionMatchesWholeValues() {
        assertThat(holds("5..", "503")).isTrue();
        assertThat(holds("5..", "5033")).isFalse();
        assertThat(holds("/(mail|list)/.*", "/mail/" + "x".repeat(1_000_000))).isTrue();
    }

    @Test
    void anExpressionThatWouldTryForYearsDoesNotMatch() {
        long began = System.nanoTime();

        assertThat(holds("(a|a?)+b", "a".repeat(5_000))).isFalse();
        assertThat(holds("(.*a){20}b", "a".repeat(200))).isFalse();
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void oneThatNeedsMoreDepthThanThereIsDoesNotMatch() {
        assertThat(holds("(x|y)*", "xy".repeat(500_000))).isFalse();
    }

    private static boolean holds(String expression, String value) {
        return AttributeCondition.of("path", expression).holds(Map.of("path", value));
    }
}
