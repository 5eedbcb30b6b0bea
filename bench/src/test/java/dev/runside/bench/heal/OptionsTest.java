package dev.runside.bench.heal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {

    @Test
    void withoutWordsItMakesThirtyKillsBesideThePeers() {
        assertThat(Options.read())
                .hasValueSatisfying(options -> {
                    assertThat(options.kills()).isEqualTo(30);
                    assertThat(options.peers()).isTrue();
                });
    }

    @Test
    void everyOptionIsTaken() {
        assertThat(Options.read("--kills", "3", "--seed", "5", "--without-peers"))
                .contains(new Options(3, 5, false));
        assertThat(Options.read("--kills", "3", "--help")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--kills", "--kills 0", "--kills 31", "--kills many", "--speed 3"})
    void whatCannotBeIsRefused(String words) {
        assertThatThrownBy(() -> Options.read(words.split(" ")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
