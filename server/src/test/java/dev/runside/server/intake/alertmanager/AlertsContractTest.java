package dev.runside.server.intake.alertmanager;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.server.intake.ProtocolContract;
import dev.runside.server.intake.Sender.Answer;

class AlertsContractTest extends ProtocolContract {

    @Override
    protected String path() {
        return "/api/v2/alerts";
    }

    @Override
    protected String body(Said said) {
        return "[" + alert(said) + "]";
    }

    @Override
    protected String malformed(Said said) {
        return "[" + alert(said) + ",{\"labels\":{\"alertname\":5}}]";
    }

    @Override
    protected String malformedField() {
        return "1.labels.alertname";
    }

    @Override
    protected void isOwnError(Answer answer) {
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(answer.json().isString() || answer.json().path("code").isNumber())
                .as(answer.text())
                .isTrue();
    }

    private static String alert(Said said) {
        return """
        {"labels":{"alertname":"Down","id":"%s","job":"%s"},"annotations":{"summary":"It is down"},
         "startsAt":"2026-01-31T12:00:00.123Z"}
        """
                .formatted(said.id(), said.service());
    }
}
