package dev.runside.server.access;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.runside.server.problem.ErrorCode;
import dev.runside.server.problem.Problem;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FailedTokensTest {

    private static final int BOUND = 60;

    private Instant now = Instant.parse("2026-02-03T04:05:06Z");
    private final FailedTokens failed = new FailedTokens(() -> now);

    @Test
    void whoGuessesIsToldToWaitAndOthersAreNot() {
        guess("192.0.2.1", BOUND);

        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> failed.count("192.0.2.1"))
                .matches(problem -> problem.code() == ErrorCode.TOO_MANY_ATTEMPTS);
        assertThatCode(() -> failed.count("192.0.2.2")).doesNotThrowAnyException();
    }

    @Test
    void aMinuteLaterItCountsAnew() {
        guess("192.0.2.1", BOUND);
        now = now.plus(Duration.ofSeconds(61));

        assertThatCode(() -> guess("192.0.2.1", BOUND)).doesNotThrowAnyException();
    }

    private void guess(String sender, int times) {
        for (int guess = 0; guess < times; guess++) {
            failed.count(sender);
        }
    }
}
