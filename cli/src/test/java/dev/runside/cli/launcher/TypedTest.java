package dev.runside.cli.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TypedTest {

    @AfterEach
    void forget() {
        System.clearProperty(Typed.PROPERTY);
    }

    @Test
    void commandsAreSaidAsTheLauncherWasCalled() {
        assertThat(Typed.command("up")).isEqualTo("runside up");

        System.setProperty(Typed.PROPERTY, "./runside");

        assertThat(Typed.command("up")).isEqualTo("./runside up");
        assertThat(Typed.asProperty()).isEqualTo("-Drunside.command=./runside");
    }

    @Test
    void whatAShellWouldTakeApartIsQuoted() {
        System.setProperty(Typed.PROPERTY, "../my tools/runside");

        assertThat(Typed.command("up")).isEqualTo("'../my tools/runside' up");
        assertThat(Typed.word("it's")).isEqualTo("'it'\\''s'");
    }
}
