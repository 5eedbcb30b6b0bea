package dev.runside.server.intake.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RepeatsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "relay.*|mail",
                "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}",
                "([0-9]{1,3}[.]){3}[0-9]{1,3}",
                "a{1000}",
                "[({]{20}[)}]{20}",
                "\\({100}\\({100}",
                "\\Q(((\\E{9}",
                "a{2,}",
                ")))",
                "[",
                "\\",
            })
    void whatPeopleWriteIsSmallEnough(String expression) {
        assertThat(Repeats.tooManyIn(expression)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "((a{100}){100}){100}",
                "(?:(?:a{1,100}){1,100}){1,100}",
                "(a{1000}b{1000}){100,}",
                "[[:alpha:][](((a{100}){100}){100})]",
                "\\Q[\\E((a{100}){100}){100}]",
                "[]](((a{100}){100}){100})",
                "[\\]](((a{100}){100}){100})",
                "a{999999999}{999999999}{999999999}",
            })
    void whatGrowsWithoutMeasureIsNot(String expression) {
        assertThat(Repeats.tooManyIn(expression)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 4_000})
    void norIsWhatIsNestedTooDeeply(int depth) {
        assertThat(Repeats.tooManyIn("(".repeat(depth) + ")".repeat(depth))).isTrue();
    }
}
