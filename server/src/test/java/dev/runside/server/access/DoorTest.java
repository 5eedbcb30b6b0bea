package dev.runside.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.server.RunsideServerTest;
import dev.runside.server.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@RunsideServerTest
class DoorTest {

    @LocalServerPort private int port;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rebound.example",
                "localhost.rebound.example",
                "127.0.0.1.rebound.example",
                "10.0.0.1"
            })
    void aNameThatIsNotOursIsMisdirected(String host) {
        var answer = Wire.to(port).host(host + ":" + port).get("/health/live");

        assertThat(answer.status()).isEqualTo(421);
        assertThat(answer.field("code")).isEqualTo("wrong-host");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST", "127.0.0.1", "[::1]"})
    void ourOwnNamesAreServed(String host) {
        assertThat(Wire.to(port).host(host + ":" + port).get("/health/live").status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://foreign.example", "null", "http://localhost:1", "http://localhost"})
    void pagesOfForeignOriginsAreRefused(String origin) {
        var answer = Wire.to(port).header("Origin", origin).get("/health/live");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.field("code")).isEqualTo("foreign-origin");
    }

    @Test
    void ourOwnPageIsServed() {
        var answer = Wire.to(port).header("Origin", "http://localhost:" + port).get("/health/live");

        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void aBodyThatSaysItIsTooLongIsNotRead() {
        var answer =
                Wire.to(port)
                        .header("Content-Type", "application/json")
                        .header("Content-Length", Long.toString(BoundedBody.MOST_BYTES + 1))
                        .body("{\"token\":")
                        .post("/api/v1/people/enroll");

        assertThat(answer.status()).isEqualTo(413);
    }
}
