package dev.runside.bench.points;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class OptionsTest {

    @Test
    void withoutWordsTenThousandIndicatorsAreMeasuredBesidePrometheus() {
        assertThat(Options.read()).contains(new Options(10_000, 15, 30, true));
    }

    @Test
    void eachWordChangesWhatItNamesAndNothingElse() {
        assertThat(Options.read("--interval", "60", "--without-peers"))
                .contains(new Options(10_000, 60, 30, false));
    }

    @Test
    void helpAsksForNoMeasurement() {
        assertThat(Options.read("--help")).isEmpty();
    }

    @Test
    void whatIsOutOfBoundsIsRefusedWithItsBounds() {
        assertThatThrownBy(() -> Options.read("--indicators", "0"))
                .hasMessageContaining("--indicators is a number from 1 to 100000");
        assertThatThrownBy(() -> Options.read("--seconds"))
                .hasMessageContaining("--seconds needs a number");
    }

    @Test
    void tenRoutesAreOneHop() {
        assertThat(Estate.ofIndicators(10_000)).isEqualTo(new Estate(1_000, 10));
    }
}
