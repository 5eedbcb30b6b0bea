package dev.runside.server.intake.events;

import static dev.runside.server.intake.MailCatalog.RELAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.core.signal.Signal;
import dev.runside.server.intake.IntakeTest;
import dev.runside.server.intake.Sender;
import dev.runside.server.intake.Sender.Answer;
import dev.runside.server.intake.StoredSignals;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@IntakeTest
class EventsTest {

    private static final String PATH = "/api/v1/events";
    private static final String TYPE = "dev.cdevents.service.deployed.0.2.0";

    @Autowired private Sender sender;
    @Autowired private ApplicationContext server;

    private StoredSignals stored;

    @BeforeEach
    void begin() {
        stored = StoredSignals.fromNowOn(server);
    }

    @Test
    void binaryModeCarriesTheContextInHeaders() {
        Answer answer =
                sender.send(
                        sender.request(PATH, sender.source("product:mail"))
                                .header("Content-Type", "application/cdevents+json; charset=utf-8")
                                .header("ce-specversion", "1.0")
                                .header("ce-id", sender.unique("event"))
                                .header("ce-source", "/pipelines/mail%20room")
                                .header("ce-type", TYPE)
                                .header("ce-time", "2026-01-31T12:00:00Z")
                                .header("ce-subject", "relay")
                                .POST(BodyPublishers.ofString(cdEvent()))
                                .build());

        assertThat(answer.text()).isEqualTo("{\"accepted\":2,\"duplicates\":0}");
        assertThat(stored.told())
                .extracting(Signal::kind)
                .containsExactly("change-started", "change-finished");
        assertThat(stored.told())
                .allMatch(signal -> signal.subject().equals(java.util.Optional.of(RELAY)));
        assertThat(stored.told().getFirst().attribute("by")).isEqualTo("/pipelines/mail room");
    }

    @Test
    void structuredModeAndBatchesCarryItInTheBody() {
        String token = sender.source("*");
        String event = cloudEvent(sender.unique("event"));

        assertThat(post(token, "application/cloudevents+json", event).text())
                .contains("\"accepted\":2");
        assertThat(
                        post(
                                        token,
                                        "application/cloudevents-batch+json",
                                        "["
                                                + event
                                                + ","
                                                + cloudEvent(sender.unique("event"))
                                                + "]")
                                .text())
                .isEqualTo("{\"accepted\":2,\"duplicates\":2}");
    }

    @Test
    void aCdEventMayComeWithoutAnEnvelope() {
        assertThat(
                        post(
                                        sender.source("*"),
                                        "application/json",
                                        cdEvent().replace("event-1", sender.unique("event")))
                                .text())
                .contains("\"accepted\":2");
    }

    @Test
    void aBadEventOfABatchRefusesItWhole() {
        Answer answer =
                post(
                        sender.source("*"),
                        "application/cloudevents-batch+json",
                        "[" + cloudEvent("1") + ",{\"specversion\":\"1.0\"}]");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("errors").path(0).path("index").asInt()).isEqualTo(1);
        assertThat(stored.told()).isEmpty();
    }

    @Test
    void whatIsNoCloudEventIsOfTheWrongMediaType() {
        assertThat(post(sender.source("*"), "text/plain", "hello").status()).isEqualTo(415);
        assertThat(post(sender.source("*"), "application/json", "{\"a\":1}").status())
                .isEqualTo(400);
    }

    private Answer post(String token, String type, String body) {
        return sender.send(
                sender.request(PATH, token)
                        .header("Content-Type", type)
                        .POST(BodyPublishers.ofString(body))
                        .build());
    }

    private static String cloudEvent(String id) {
        return "{\"specversion\":\"1.0\",\"id\":\"%s\",\"source\":\"/p\",\"type\":\"%s\",\"data\":%s}"
                .formatted(id, TYPE, cdEvent());
    }

    private static String cdEvent() {
        return """
        {"context":{"version":"0.4.1","id":"event-1","source":"/p","type":"dev.cdevents.service.deployed.0.2.0",
                    "timestamp":"2026-01-31T12:00:00Z"},
         "subject":{"id":"relay","source":"/p","type":"service",
                    "content":{"environment":{"id":"production"},"artifactId":"pkg:oci/relay@sha256:0b31b1"}}}
        """;
    }
}
