package dev.runside.server.connect;

import java.util.List;

/** Lines of tools that send alerts. */
final class AlertingLines {

    private AlertingLines() {}

    static Lines prometheus(Place place) {
        return Lines.of(
                "prometheus.yml: one more entry of alerting.alertmanagers; those that are there stay",
                """
                alerting:
                  alertmanagers:
                    - scheme: %s
                      static_configs:
                        - targets: ["%s"]
                      authorization:
                        credentials_file: %s
                """
                        .formatted(place.scheme(), place.host(), quoted(place.tokenFile())),
                "Check it: promtool check config prometheus.yml",
                "Let Prometheus read it again: kill -HUP its process, or systemctl reload prometheus",
                "The user that Prometheus runs as must be able to read " + place.tokenFile());
    }

    static Lines alertmanager(Place place) {
        return new Lines(
                List.of(
                        new Lines.Part(
                                "alertmanager.yml, route.routes: the first of them, before those that are there",
                                """
                                - receiver: runside
                                  continue: true
                                  group_by: ['...']
                                  group_wait: 0s
                                  group_interval: 10s
                                """),
                        new Lines.Part(
                                "alertmanager.yml, route.routes: the last of them, with the receiver of your top route, which gets what no other route takes",
                                """
                                - receiver: YOUR-TOP-RECEIVER
                                """),
                        new Lines.Part(
                                "alertmanager.yml, receivers: one more",
                                """
                                - name: runside
                                  webhook_configs:
                                    - url: %s/api/v1/webhooks/alertmanager
                                      send_resolved: true
                                      http_config:
                                        authorization:
                                          credentials_file: %s
                                """
                                        .formatted(place.url(), quoted(place.tokenFile())))),
                List.of(
                        "Check it: amtool check-config alertmanager.yml; amtool config routes test shows who gets what",
                        "Let Alertmanager read it again: kill -HUP its process, or systemctl reload prometheus-alertmanager",
                        "The user that Alertmanager runs as must be able to read "
                                + place.tokenFile()));
    }

    static Lines grafana(Place place) {
        return Lines.of(
                "a new file provisioning/alerting/runside.yaml in Grafana's configuration folder, readable by Grafana alone",
                """
                apiVersion: 1
                contactPoints:
                  - orgId: 1
                    name: runside
                    receivers:
                      - uid: runside
                        type: webhook
                        settings:
                          url: %s/api/v1/webhooks/grafana
                          httpMethod: POST
                          authorization_scheme: Bearer
                          authorization_credentials: %s
                """
                        .formatted(place.url(), place.token()),
                "Restart Grafana, or reload its provisioning",
                "Alerting, Notification policies: a policy without matchers for the contact point runside, before the others, with 'Continue matching subsequent sibling nodes'",
                "and a last one without matchers for your default contact point: the default policy takes only what no other takes");
    }

    static Lines pagerDuty(Place place) {
        return Lines.of(
                "wherever the tool has PagerDuty's address and the integration key",
                """
                Events API v2:   %1$s/v2/enqueue
                Change events:   %1$s/v2/change/enqueue
                Routing key:     %2$s
                """
                        .formatted(place.url(), place.token()),
                "A tool that knows one address only can have a second integration: leave the present one as it is");
    }

    private static String quoted(String path) {
        return '"' + path.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
