package dev.runside.server.intake.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RangesTest {

    @Test
    void allRangesOfAQueryTogetherTellHowFarItLooksBack() {
        assertThat(longest("up")).isZero();
        assertThat(longest("rate(a[5m])")).isEqualTo(Duration.ofMinutes(5));
        assertThat(longest("rate(a[1h30m] offset 1d)")).isEqualTo(Duration.ofMinutes(25 * 60 + 30));
        assertThat(longest("max_over_time(rate(a[2m])[ 30m:1m])"))
                .isEqualTo(Duration.ofMinutes(32));
        assertThat(Ranges.longest(List.of("a[1m]", "b[2m]"))).isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void anAbsurdRangeIsBounded() {
        assertThat(longest("a[999999999y]")).isEqualTo(Duration.ofDays(366));
    }

    private static Duration longest(String query) {
        return Ranges.longest(List.of(query));
    }
}
