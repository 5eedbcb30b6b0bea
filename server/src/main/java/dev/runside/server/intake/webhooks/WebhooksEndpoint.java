package dev.runside.server.intake.webhooks;

import dev.runside.server.access.Allow;
import dev.runside.server.access.Caller;
import dev.runside.server.access.Who;
import dev.runside.server.intake.Receipt;
import dev.runside.server.intake.alerts.AlertItems;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where Alertmanager and Grafana tell of alerts when Prometheus does not do so itself. */
@RestController
@Allow(Who.SOURCE)
class WebhooksEndpoint {

    private final AlertItems alerts;

    WebhooksEndpoint(AlertItems alerts) {
        this.alerts = alerts;
    }

    @Operation(
            operationId = "alertmanagerWebhook",
            summary = "Alertmanager's webhook, version 4.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(type = "object"))))
    @PostMapping("/api/v1/webhooks/alertmanager")
    Receipt alertmanager(Caller caller, HttpServletRequest request) {
        return alerts.take("alertmanager-webhook", caller, request, WebhookReader::alertmanager);
    }

    @Operation(
            operationId = "grafanaWebhook",
            summary = "Grafana's webhook contact point.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(type = "object"))))
    @PostMapping("/api/v1/webhooks/grafana")
    Receipt grafana(Caller caller, HttpServletRequest request) {
        return alerts.take("grafana-webhook", caller, request, WebhookReader::alerts);
    }
}
