package dev.runside.server.respond.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SilenceTest {

    private final Silence silence =
            new Silence(Duration.ofSeconds(30), Duration.ofMinutes(5), Duration.ZERO);

    @Test
    void peopleArePagedOnceAfterThirtySecondsAndThenEveryFiveMinutes() {
        assertThat(failedAt(5)).isFalse();
        assertThat(failedAt(25)).isFalse();
        assertThat(failedAt(30)).isTrue();
        assertThat(failedAt(35)).isFalse();
        assertThat(failedAt(329)).isFalse();
        assertThat(failedAt(330)).isTrue();
        assertThat(failedAt(335)).isFalse();
    }

    @Test
    void aCommitInBetweenBeginsItAnew() {
        failedAt(25);

        assertThat(silence.committed(Duration.ofSeconds(28))).isFalse();
        assertThat(failedAt(33)).isFalse();
        assertThat(failedAt(50)).isFalse();
        assertThat(failedAt(58)).isTrue();
    }

    @Test
    void theEndIsToldOnceAndOnlyWhenPeopleWerePaged() {
        failedAt(10);
        failedAt(20);
        failedAt(30);

        assertThat(silence.committed(Duration.ofSeconds(40))).isTrue();
        assertThat(silence.committed(Duration.ofSeconds(45))).isFalse();
    }

    @Test
    void aMachineThatSleptIsNotSilent() {
        assertThat(failedAt(3_600)).isFalse();
        assertThat(silence.committed(Duration.ofSeconds(3_601))).isFalse();
    }

    private boolean failedAt(long second) {
        return silence.failed(Duration.ofSeconds(second));
    }
}
