package dev.runside.server.web.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TraceTest {

    @Test
    void aSeriesIsDrawnFromTheGroundToItsHighestPoint() {
        Trace trace = Trace.of(List.of(0.0, 10.0, 5.0), 108, 45);

        assertThat(trace.lines()).containsExactly("M4.0 44.0L54.0 4.0L104.0 24.0");
        assertThat(trace.endX()).isEqualTo(104);
        assertThat(trace.words()).isEqualTo("between 0 and 10, last 5");
        assertThat(trace.range()).isEqualTo("0 to 10");
    }

    @Test
    void whereNothingIsKnownTheLineIsBroken() {
        Trace trace = Trace.of(List.of(1.0, 2.0, Double.NaN, 3.0, Double.NaN), 100, 40);

        assertThat(trace.lines()).hasSize(2);
        assertThat(trace.ends()).isFalse();
    }

    @Test
    void withoutAnyPointThereIsNoPicture() {
        assertThat(Trace.of(List.of(), 100, 40).lines()).isEmpty();
        assertThat(Trace.of(List.of(Double.NaN), 100, 40).words()).isEqualTo("no data");
    }

    @Test
    void allNothingLiesOnTheGround() {
        assertThat(Trace.of(List.of(0.0, 0.0), 108, 45).lines())
                .containsExactly("M4.0 44.0L104.0 44.0");
    }

    @Test
    void numbersHaveAsFewDigitsAsTheyNeed() {
        assertThat(List.of(1_790.4, 12.54, 94.03, 3.0, 0.0312, 0.5).stream().map(Trace::number))
                .containsExactly("1,790", "12.5", "94", "3", "0.031", "0.5");
    }
}
