package dev.runside.server.intake.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.runside.server.problem.ErrorCode;
import dev.runside.server.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ItemsTest {

    @Test
    void oneObjectIsABatchOfOne() {
        assertThat(read("{\"name\":\"x\"}")).containsExactly("x");
        assertThat(read(" [ {\"name\":\"x\"}, {\"name\":\"y\"} ] ")).containsExactly("x", "y");
        assertThat(read("[]")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "7",
                "[7]",
                "[[]]",
                "[{\"name\":\"x\"}",
                "{\"name\":\"x\"} {}",
                "{\"name\"}",
                "nul"
            })
    void whatIsNoObjectIsMalformed(String body) {
        assertThat(problem(body).code()).isEqualTo(ErrorCode.MALFORMED_BODY);
    }

    @Test
    void everyBadItemIsNamedWithItsField() {
        Problem problem =
                problem(
                        "[{\"name\":\"x\"},{\"name\":5},{},{\"name\":\" \"},{\"name\":\"a\\u0000\"}]");

        assertThat(problem.code()).isEqualTo(ErrorCode.INVALID_INPUT);
        assertThat(problem.errors()).extracting("index").containsExactly(1, 2, 3, 4);
        assertThat(problem.errors()).extracting("field").containsOnly("name");
    }

    @Test
    void aBatchOfMoreThanTenThousandIsTooLarge() {
        String items = "{\"name\":\"x\"},".repeat(Items.MOST);

        assertThat(read("[" + items.substring(0, items.length() - 1) + "]")).hasSize(Items.MOST);
        assertThat(problem("[" + items + "{\"name\":\"x\"}]").code())
                .isEqualTo(ErrorCode.TOO_LARGE);
    }

    @Test
    void readingEndsWhenEnoughIsWrong() {
        String items = "{},".repeat(5_000);

        assertThat(problem("[" + items + "{}]").errors()).hasSize(100);
    }

    private static List<String> read(String body) {
        return TestItems.create()
                .read(body.getBytes(StandardCharsets.UTF_8), item -> item.required("name", 10));
    }

    private static Problem problem(String body) {
        return assertThatExceptionOfType(Problem.class).isThrownBy(() -> read(body)).actual();
    }
}
