package dev.runside.core.locate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is usual, and what departs from it. */
class DepartureTest {

    private static final double RESOLUTION = 0.01;

    @Test
    void aQuarterOfFormerTroublesMovesNeitherLevelNorSpread() {
        double[] values = around(100, 1, 80);
        double[] troubled = values.clone();
        for (int at = 0; at < 16; at++) {
            troubled[at] = 5_000;
        }
        Usual usual = Usual.of(troubled, RESOLUTION);

        assertThat(usual.level()).isBetween(99.0, 101.0);
        assertThat(usual.spread()).isLessThan(3);
    }

    @Test
    void aRiseIsOne() {
        Departure departure =
                Departure.ofSeries(around(100, 1, 60), around(120, 1, 5), RESOLUTION).orElseThrow();

        assertThat(departure.rose()).isTrue();
        assertThat(departure.excess()).isBetween(18.0, 22.0);
    }

    @Test
    void oneStrayValueIsNone() {
        double[] since = around(100, 1, 9);
        since[4] = 180;

        assertThat(Departure.ofSeries(around(100, 1, 60), since, RESOLUTION))
                .hasValueSatisfying(departure -> assertThat(departure.rose()).isFalse());
    }

    @Test
    void lessThanTheResolutionIsNone() {
        assertThat(Departure.ofSeries(around(100, 0, 60), around(104, 0, 5), 2))
                .hasValueSatisfying(departure -> assertThat(departure.rose()).isFalse());
    }

    @Test
    void manyThatAreALittleLongerAreSurerThanOne() {
        double[] before = around(100, 10, 200);

        assertThat(Departure.ofEach(before, around(110, 10, 1), RESOLUTION))
                .hasValueSatisfying(departure -> assertThat(departure.rose()).isFalse());
        assertThat(Departure.ofEach(before, around(110, 10, 100), RESOLUTION))
                .hasValueSatisfying(departure -> assertThat(departure.rose()).isTrue());
    }

    @Test
    void noDataIsNoAnswer() {
        assertThat(Departure.ofSeries(new double[2], new double[5], 1)).isEmpty();
        assertThat(Departure.ofEach(new double[9], new double[0], 1)).isEmpty();
        assertThatThrownBy(() -> Usual.of(new double[2], 1))
                .hasMessageContaining("2 values say nothing");
    }

    private static double[] around(double level, double spread, int count) {
        var random = new Random(5);
        return random.doubles(count, -1, 1).map(stray -> level + spread * stray).toArray();
    }
}
