package dev.runside.server.intake.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.core.signal.Signal;
import dev.runside.server.intake.ProtocolContract;
import org.junit.jupiter.api.Test;

class AlertmanagerWebhookTest extends ProtocolContract {

    @Override
    protected String path() {
        return "/api/v1/webhooks/alertmanager";
    }

    @Override
    protected String body(Said said) {
        return notification(alert(said, "firing", "0001-01-01T00:00:00Z"));
    }

    @Override
    protected String malformed(Said said) {
        return notification(
                alert(said, "firing", "0001-01-01T00:00:00Z") + "," + alert(said, "maybe", ""));
    }

    @Override
    protected String malformedField() {
        return "alerts[1].status";
    }

    @Test
    void anotherVersionIsRefused() {
        Said said = said("relay");
        String body = body(said).replace("\"version\":\"4\"", "\"version\":\"3\"");

        assertThat(send(said.token(), body).status()).isEqualTo(400);
        assertThat(stored.told()).isEmpty();
    }

    @Test
    void whatIsResolvedIsOverAtItsEnd() {
        Said said = said("relay");
        send(said);
        send(said.token(), notification(alert(said, "resolved", "2026-01-31T12:05:00Z")));

        assertThat(stored.told())
                .extracting(signal -> signal.attribute("state"))
                .containsExactly("firing", "resolved");
        assertThat(stored.told())
                .extracting(Signal::fingerprint)
                .hasSize(2)
                .containsOnly(stored.told().getFirst().fingerprint());
        assertThat(stored.told().getLast().time()).isEqualTo("2026-01-31T12:05:00Z");
    }

    private static String notification(String alerts) {
        return """
        {"receiver":"runside","status":"firing","alerts":[%s],"groupLabels":{},"commonLabels":{},"commonAnnotations":{},
         "externalURL":"http://alertmanager.example:9093","version":"4","groupKey":"{}:{}","truncatedAlerts":0}
        """
                .formatted(alerts);
    }

    private static String alert(Said said, String status, String endsAt) {
        return """
        {"status":"%s","labels":{"alertname":"Down","id":"%s","job":"%s"},"annotations":{"summary":"It is down"},
         "startsAt":"2026-01-31T12:00:00.123456789Z","endsAt":"%s","generatorURL":"http://prometheus.example/graph",
         "fingerprint":"1a2b3c4d5e6f7081"}
        """
                .formatted(status, said.id(), said.service(), endsAt);
    }
}
