package dev.runside.server.intake.inquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runside.server.intake.inquiry.Unanswered.Away;
import dev.runside.server.intake.inquiry.Unanswered.Refused;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class AnswerTest {

    private static final Span SPAN =
            new Span(
                    Instant.ofEpochSecond(100),
                    Instant.ofEpochSecond(200),
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(20));

    private final Answer answer = new Answer(JsonMapper.shared());

    @Test
    void onlyFiniteNumbersWithinTheSpanAreData() {
        List<Curve> curves =
                read(
                        matrix(
                                "{\"metric\":{},\"values\":[[90,\"1\"],[100,\"2\"],[110,\"NaN\"],[120,\"+Inf\"],"
                                        + "[130,\"odd\"],[140.0004,\"3.5\"],[210,\"4\"],[],[150],\"x\"]}"));

        assertThat(curves).hasSize(1);
        assertThat(curves.getFirst().values()).containsOnlyKeys(100_000L, 140_000L);
        assertThat(curves.getFirst().values()).containsEntry(140_000L, 3.5);
    }

    @Test
    void nothingFoundIsNoSeries() {
        assertThat(read(matrix(""))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>sign in</html>",
                "[]",
                "null",
                "{\"status\":\"success\"}",
                "{\"status\":\"error\",\"data\":{\"resultType\":\"matrix\",\"result\":[]}}",
                "{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":[]}}",
                "{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":{}}}",
                "{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":["
            })
    void whatIsNotAnswerIsNoData(String body) {
        assertThatThrownBy(() -> read(body)).isInstanceOf(Away.class);
    }

    @Test
    void anErrorOfTheQueryIsToldInItsWordsAndAnyOtherIsOfTheSource() {
        byte[] body =
                "{\"status\":\"error\",\"errorType\":\"bad_data\",\"error\":\"parse error\\nat char 5\"}"
                        .getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> answer.read(400, body, SPAN))
                .isInstanceOf(Refused.class)
                .hasMessage("bad_data: parse error at char 5");
        assertThatThrownBy(() -> answer.read(503, body, SPAN)).isInstanceOf(Away.class);
        assertThatThrownBy(() -> answer.read(302, body, SPAN)).isInstanceOf(Away.class);
        assertThatThrownBy(() -> answer.read(401, body, SPAN)).isInstanceOf(Away.class);
    }

    @Test
    void moreSeriesThanCanBeFollowedAreRefusedWithTheWayOut() {
        String series =
                IntStream.rangeClosed(0, Answer.MOST_SERIES)
                        .mapToObj(_ -> "{\"metric\":{},\"values\":[]}")
                        .collect(Collectors.joining(","));

        assertThatThrownBy(() -> read(matrix(series)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("sum them");
    }

    private List<Curve> read(String body) {
        return answer.read(200, body.getBytes(StandardCharsets.UTF_8), SPAN);
    }

    private static String matrix(String series) {
        return "{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":["
                + series
                + "]}}";
    }
}
