package dev.runside.server.intake.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PausesTest {

    private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");

    @Test
    void laterIsSaidInSecondsOrAsADate() {
        assertThat(pause("Retry-After", "90")).isEqualTo(Duration.ofSeconds(90));
        assertThat(pause("Retry-After", "Sat, 31 Jan 2026 12:02:00 GMT"))
                .isEqualTo(Duration.ofSeconds(120));
        assertThat(pause("X-Poll-Interval", "60")).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void aLimitIsWaitedForOnceNothingOfItIsLeftHoweverItsEndIsTold() {
        String end = Long.toString(NOW.plusSeconds(600).getEpochSecond());

        assertThat(pause("X-RateLimit-Remaining", "0", "X-RateLimit-Reset", end))
                .isEqualTo(Duration.ofSeconds(600));
        assertThat(pause("RateLimit-Remaining", "0", "RateLimit-Reset", "45"))
                .isEqualTo(Duration.ofSeconds(45));
        assertThat(pause("X-RateLimit-Remaining", "7", "X-RateLimit-Reset", end)).isZero();
    }

    @Test
    void whatIsNoTimeOrBeyondAllBoundsIsNotBelieved() {
        assertThat(pause("Retry-After", "soon")).isZero();
        assertThat(pause("Retry-After", "-5")).isZero();
        assertThat(pause("Retry-After", "Sat, 31 Jan 2020 12:02:00 GMT")).isZero();
        assertThat(pause("Retry-After", "9999999999")).isEqualTo(Duration.ofHours(6));
        assertThat(pause()).isZero();
    }

    private static Duration pause(String... headers) {
        Map<String, List<String>> all = new TreeMap<>();
        for (int at = 0; at < headers.length; at += 2) {
            all.put(headers[at], List.of(headers[at + 1]));
        }
        return Pauses.in(HttpHeaders.of(all, (_, _) -> true), NOW);
    }
}
