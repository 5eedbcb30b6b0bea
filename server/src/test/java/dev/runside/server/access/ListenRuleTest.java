package dev.runside.server.access;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.runside.server.problem.StartRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

class ListenRuleTest {

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "192.0.2.7", "::", "relay.example"})
    void beyondThisMachineItStartsOnlyWithEncryption(String address) {
        var settings = new MockEnvironment().withProperty("server.address", address);

        assertThatExceptionOfType(StartRefused.class).isThrownBy(() -> ListenRule.check(settings));
        settings.setProperty("server.ssl.bundle", "web");
        assertThatCode(() -> ListenRule.check(settings)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1", "localhost", "127.0.0.2"})
    void onThisMachineItStartsAsItIs(String address) {
        var settings = new MockEnvironment().withProperty("server.address", address);

        assertThatCode(() -> ListenRule.check(settings)).doesNotThrowAnyException();
    }

    @Test
    void whoAsksForInsecureGetsIt() {
        var settings =
                new MockEnvironment()
                        .withProperty("server.address", "0.0.0.0")
                        .withProperty("runside.insecure", "true");

        assertThatCode(() -> ListenRule.check(settings)).doesNotThrowAnyException();
    }
}
