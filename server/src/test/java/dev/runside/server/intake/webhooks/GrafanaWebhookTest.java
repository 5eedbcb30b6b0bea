package dev.runside.server.intake.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.core.signal.Signal;
import dev.runside.server.intake.ProtocolContract;
import org.junit.jupiter.api.Test;

/** With the body that Grafana's documentation shows. */
class GrafanaWebhookTest extends ProtocolContract {

    @Override
    protected String path() {
        return "/api/v1/webhooks/grafana";
    }

    @Override
    protected String body(Said said) {
        return """
        {"receiver":"My Super Webhook","status":"firing","orgId":1,"alerts":[
          {"status":"firing","labels":{"alertname":"High memory usage","id":"%s","service":"%s"},
           "annotations":{"description":"The system has high memory usage","summary":"This alert was triggered for zone us-1"},
           "startsAt":"2021-10-12T09:51:03.157076+02:00","endsAt":"0001-01-01T00:00:00Z",
           "generatorURL":"https://play.grafana.org/alerting/1afz29v7z/edit","fingerprint":"c6eadffa33fcdf37",
           "silenceURL":"https://play.grafana.org/alerting/silence/new","dashboardURL":"","panelURL":"",
           "values":{"B":44.23943737541908,"C":1}}],
         "groupLabels":{},"commonLabels":{"team":"blue"},"commonAnnotations":{},"externalURL":"https://play.grafana.org/",
         "version":"1","groupKey":"{}:{}","truncatedAlerts":0,"title":"[FIRING:1] High memory usage","state":"alerting",
         "message":"**Firing**"}
        """
                .formatted(said.id(), said.service());
    }

    @Override
    protected String malformed(Said said) {
        return body(said).replace("2021-10-12T09:51:03.157076+02:00", "yesterday");
    }

    @Override
    protected String malformedField() {
        return "alerts[0].startsAt";
    }

    @Test
    void whatGrafanaAddsIsKept() {
        send(said("relay"));

        Signal alert = stored.told().getFirst();
        assertThat(alert.title()).isEqualTo("This alert was triggered for zone us-1");
        assertThat(alert.time()).isEqualTo("2021-10-12T07:51:03.157Z");
        assertThat(alert.attribute("silenceURL")).startsWith("https://play.grafana.org");
    }
}
