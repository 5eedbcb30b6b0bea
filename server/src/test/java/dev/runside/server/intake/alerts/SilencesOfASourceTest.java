package dev.runside.server.intake.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.server.intake.IntakeTest;
import dev.runside.server.intake.Sender;
import dev.runside.server.intake.Sender.Answer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A source keeps its own alerts back, and fills no memory with it. */
@IntakeTest
class SilencesOfASourceTest {

    @Autowired private Sender sender;

    @Test
    void aSourceHasSoManyAndAnotherOneIsNotHinderedByThem() {
        String token = sender.source("*");
        for (int at = 0; at < Silences.MOST_OF_A_SOURCE; at++) {
            assertThat(silence(token, "").status()).isEqualTo(200);
        }

        Answer oneMore = silence(token, "");
        assertThat(oneMore.status()).isEqualTo(400);
        assertThat(oneMore.text()).contains("at most 200 silences");
        assertThat(silence(sender.source("*"), "").status()).isEqualTo(200);
    }

    @Test
    void itMayStillChangeTheEndOfOneThatItHas() {
        String token = sender.source("*");
        String id = silence(token, "").json().path("silenceID").asString();
        for (int at = 1; at < Silences.MOST_OF_A_SOURCE; at++) {
            silence(token, "");
        }

        assertThat(silence(token, id).status()).isEqualTo(200);
    }

    private Answer silence(String token, String id) {
        return sender.post(
                "/api/v2/silences",
                token,
                """
                {"id": "%s", "matchers": [{"name": "alertname", "value": "QueueGrows", "isRegex": false}],
                 "startsAt": "2026-01-31T12:00:00Z", "endsAt": "2099-01-31T12:00:00Z", "createdBy": "x", "comment": "y"}
                """
                        .formatted(id));
    }
}
