package dev.runside.server.intake.pagerduty;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.core.signal.Signal.Severity;
import dev.runside.server.intake.Sender.Answer;
import org.junit.jupiter.api.Test;

class EnqueueTest extends PagerDutyContract {

    @Override
    protected String path() {
        return "/v2/enqueue";
    }

    @Override
    protected String body(Said said) {
        return """
        {"payload":{"summary":"DISK at 99%% on prod-1","timestamp":"2026-07-17T08:42:58.315+0000","severity":"critical",
                    "source":"prod-1.example.com","component":"%s","group":"prod","class":"disk",
                    "custom_details":{"free space":"1%%","load avg":0.75,"nested":{"a":1}}},
         "routing_key":"%s","dedup_key":"%s","images":[],"links":[{"href":"https://example.com/","text":"Link"}],
         "event_action":"trigger","client":"Sample Monitoring Service","client_url":"https://monitoring.example.com"}
        """
                .replace("+0000", "Z")
                .formatted(said.service(), said.token(), said.id());
    }

    @Override
    protected String malformed(Said said) {
        return body(said).replace("\"summary\":\"DISK at 99% on prod-1\",", "");
    }

    @Override
    protected void isOwnError(Answer answer) {
        boolean throttled = answer.status() == 429;
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(answer.json().path("status").asString())
                .isEqualTo(throttled ? "throttle exceeded" : "invalid event");
        assertThat(answer.json().path("message").asString()).isNotBlank();
        assertThat(answer.json().path("errors").isArray()).isNotEqualTo(throttled);
    }

    @Test
    void theAnswerIsThatOfTheStandard() {
        Said said = said("relay");
        Answer answer = send(said);

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.json().path("status").asString()).isEqualTo("success");
        assertThat(answer.json().path("message").asString()).isEqualTo("Event processed");
        assertThat(answer.json().path("dedup_key").asString()).isEqualTo(said.id());
        assertThat(stored.told().getFirst().severity()).isEqualTo(Severity.CRITICAL);
        assertThat(stored.told().getFirst().title()).isEqualTo("DISK at 99% on prod-1");
        assertThat(stored.told().getFirst().attribute("load avg")).isEqualTo("0.75");
    }

    @Test
    void aTriggerWithoutAKeyGetsOneAndIsAlwaysNew() {
        Said said = said("relay");
        String without = body(said).replace("\"dedup_key\":\"" + said.id() + "\",", "");

        String first = send(said.token(), without).json().path("dedup_key").asString();
        String second = send(said.token(), without).json().path("dedup_key").asString();

        assertThat(first).isNotBlank().isNotEqualTo(second);
        assertThat(stored.told()).hasSize(2);
    }

    @Test
    void anAlertIsAcknowledgedResolvedAndTriggeredAnew() {
        Said said = said("relay");
        send(said);
        send(said.token(), follow(said, "acknowledge"));
        send(said.token(), follow(said, "acknowledge"));
        send(said.token(), follow(said, "resolve"));
        send(said.token(), follow(said, "resolve"));
        send(said);

        assertThat(kinds()).containsExactly("alert", "alert-acknowledged", "alert", "alert");
        assertThat(stored.told())
                .extracting(signal -> signal.attribute("state"))
                .containsExactly("firing", "firing", "resolved", "firing");
    }

    @Test
    void whatIsWrongIsNamedAllAtOnce() {
        Answer answer =
                send("", "{\"event_action\":\"shout\",\"payload\":{\"severity\":\"awful\"}}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text())
                .contains("'routing_key'")
                .contains("'event_action'")
                .contains("'payload.source'")
                .contains("'payload.severity'");
    }

    @Test
    void anEventOfMoreThanHalfAMebibyteIsTooLarge() {
        Said said = said("relay");

        assertThat(send(said.token(), body(said) + " ".repeat(512 * 1024)).status()).isEqualTo(413);
    }

    private static String follow(Said said, String action) {
        return "{\"routing_key\":\"%s\",\"dedup_key\":\"%s\",\"event_action\":\"%s\"}"
                .formatted(said.token(), said.id(), action);
    }
}
