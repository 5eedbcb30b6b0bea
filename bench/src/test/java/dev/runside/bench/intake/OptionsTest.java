package dev.runside.bench.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {

    @Test
    void everyOptionIsTaken() {
        assertThat(Options.read()).contains(new Options(Options.USUAL, true));
        assertThat(Options.read("--seconds", "5", "--without-peers"))
                .contains(new Options(5, false));
        assertThat(Options.read("--seconds", "5", "--help")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--seconds", "--seconds 0", "--seconds 121", "--seconds x", "--fast"})
    void whatCannotBeIsRefused(String words) {
        assertThatThrownBy(() -> Options.read(words.split(" ")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
