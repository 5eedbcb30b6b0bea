package dev.runside.server.intake.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FreshOnlyTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    up | (up and count_over_time(up[2000ms]))
                    a{b="}"} | (a{b="}"} and count_over_time(a{b="}"}[2000ms]))
                    {job="x"} | ({job="x"} and count_over_time({job="x"}[2000ms]))
                    sum by (job) (a) | sum by (job) ((a and count_over_time(a[2000ms])))
                    sum(a) without (job) | sum((a and count_over_time(a[2000ms]))) without (job)
                    a offset 5m | (a offset 5m and count_over_time(a[2000ms] offset 5m))
                    rate(a[5m]) | rate(a[5m])
                    rate(a{b="c"} [5m]) | rate(a{b="c"} [5m])
                    a > bool 1e3 | (a and count_over_time(a[2000ms])) > bool 1e3
                    timestamp(a) | timestamp(a)
                    """)
    void eachSelectorWithoutARangeTakesFreshValuesOnly(String query, String fresh) {
        assertThat(FreshOnly.of(query, Duration.ofSeconds(2))).isEqualTo(fresh);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1", "vector(1)", "time() - 5", "\"a\"", "NaN > Inf", "", "((", "{", "a["})
    void whatHasNoSelectorOrIsNoQueryStaysOrIsReadToItsEnd(String query) {
        assertThat(FreshOnly.of(query, Duration.ofSeconds(2))).contains(query.replace("a[", "a"));
    }

    @Test
    void labelsOfAJoinAreNoSelectors() {
        assertThat(FreshOnly.of("a / on(x) group_left(y) b", Duration.ofSeconds(2)))
                .isEqualTo(
                        "(a and count_over_time(a[2000ms])) / on(x) group_left(y)"
                                + " (b and count_over_time(b[2000ms]))");
    }
}
