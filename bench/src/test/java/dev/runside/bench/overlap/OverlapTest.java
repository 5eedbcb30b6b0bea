package dev.runside.bench.overlap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The measurement in small, and a bound below which it must not fall. */
class OverlapTest {

    @Test
    void failuresAtOnceAreToldApartBetterThanByWhatIsConnected() {
        assertThat(Overlap.measure(new Options(7, 60)))
                .allSatisfy(measured -> {
                    assertThat(measured.ours().whole()).isGreaterThan(measured.usual().whole());
                    assertThat(measured.ours().first()).isGreaterThan(measured.usual().first());
                })
                .last()
                .satisfies(large -> assertThat(large.ours().whole()).isGreaterThan(0.9));
    }

    @Test
    void theSameSeedGivesTheSameFigures() {
        assertThat(Overlap.measure(new Options(3, 10)))
                .isEqualTo(Overlap.measure(new Options(3, 10)));
    }

    @Test
    void everyOptionIsTaken() {
        assertThat(Options.read()).contains(new Options(1, Options.USUAL));
        assertThat(Options.read("--seed", "5", "--pairs", "9")).contains(new Options(5, 9));
        assertThat(Options.read("--pairs", "5", "--help")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--pairs", "--pairs 0", "--pairs 1001", "--seed x", "--fast"})
    void whatCannotBeIsRefused(String words) {
        assertThatThrownBy(() -> Options.read(words.split(" ")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
