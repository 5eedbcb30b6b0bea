package dev.runside.server.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.server.RunsideServerTest;
import dev.runside.server.Wire;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@RunsideServerTest
class ProblemsTest {

    @LocalServerPort private int port;

    @Test
    void aProblemSaysWhatWhoseAndWhatNext() {
        var answer = Wire.to(port).get("/api/v1/nowhere");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("Content-Type")).contains("application/problem+json");
        assertThat(answer.field("type")).isEqualTo("https://runside.dev/problems/not-found");
        assertThat(answer.field("detail")).contains("/api/v1/nowhere");
        assertThat(answer.field("fix")).isNotEmpty();
    }

    @Test
    void aBodyThatIsNoJsonIsAnsweredWithThePlace() {
        var answer = Wire.to(port).json("{\"token\":\n oops}").post("/api/v1/people/enroll");

        assertThat(answer.field("code")).isEqualTo("malformed-body");
        assertThat(answer.field("detail")).contains("line 2");
    }

    @Test
    void aMissingFieldIsNamed() {
        var answer = Wire.to(port).json("{\"token\":\"x\"}").post("/api/v1/people/enroll");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.field("field")).isEqualTo("person");
    }

    @Test
    void aFieldOfTheWrongTypeIsNamed() {
        var answer =
                Wire.to(port)
                        .json("{\"token\":{\"a\":1},\"person\":\"x\"}")
                        .post("/api/v1/people/enroll");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.field("field")).isEqualTo("token");
    }

    @Test
    void theWrongMethodIsToldTheRightOnes() {
        var answer = Wire.to(port).post("/health/live");

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header("Allow")).contains("GET");
    }

    @Test
    void aBodyOfAnotherKindIsRefused() {
        var answer =
                Wire.to(port)
                        .header("Content-Type", "text/csv")
                        .header("Content-Length", "0")
                        .post("/api/v1/people/enroll");

        assertThat(answer.status()).isEqualTo(415);
    }

    @Test
    void aRequestThatTheContainerRefusesIsAProblemToo() {
        var answer = Wire.to(port).get("/login");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.field("code")).isEqualTo("invalid-input");
    }

    @Test
    void aBrowserGetsAPageWithNothingOfTheRequestUnescaped() {
        var answer =
                Wire.to(port)
                        .header("Accept", "text/html")
                        .get("/<script>alert(1)</script>".replace("<", "%3C").replace(">", "%3E"));

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("Content-Type").orElseThrow()).startsWith("text/html");
        assertThat(answer.body()).doesNotContain("<script");
    }

    @Test
    void everyCodeHasAStatusOfItsKind() {
        assertThat(
                        Arrays.stream(ErrorCode.values())
                                .collect(Collectors.toMap(ErrorCode::slug, code -> code)))
                .allSatisfy((slug, code) -> {
                    assertThat(slug).matches("[a-z-]+");
                    switch (code.kind()) {
                        case CALLER -> assertThat(code.status()).isBetween(400, 428);
                        case INTERNAL -> assertThat(code.status()).isEqualTo(500);
                        case OVERLOAD -> assertThat(code.status()).isIn(429, 503);
                        case DEPENDENCY -> assertThat(code.status()).isEqualTo(503);
                    }
                });
    }
}
