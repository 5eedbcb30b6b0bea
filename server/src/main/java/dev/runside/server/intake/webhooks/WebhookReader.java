package dev.runside.server.intake.webhooks;

import dev.runside.server.intake.alerts.AlertUpdate;
import dev.runside.server.intake.alerts.LabelSet;
import dev.runside.server.intake.body.Item;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a notification: its alerts, each with its own state. A webhook is told of changes and
 * seldom reminded, so what it says holds until it says otherwise.
 */
final class WebhookReader {

    private static final int MOST_ALERTS = 10_000;
    private static final int MOST_ENTRIES = 128;
    private static final int MOST = 4_000;
    private static final List<String> OF_GRAFANA =
            List.of("valueString", "dashboardURL", "panelURL", "silenceURL");

    private WebhookReader() {}

    static List<AlertUpdate> alertmanager(Item notification) {
        String version = notification.required("version", 10);
        if (!version.isEmpty() && !version.equals("4")) {
            notification.wrong("version", "is not \"4\"");
        }
        return alerts(notification);
    }

    static List<AlertUpdate> alerts(Item notification) {
        if (!notification.has("alerts")) {
            notification.wrong("alerts", "is missing");
        }
        return notification.objects("alerts", MOST_ALERTS).stream()
                .map(WebhookReader::alert)
                .toList();
    }

    private static AlertUpdate alert(Item alert) {
        String status = alert.required("status", 20);
        boolean resolved = status.equals("resolved");
        if (!status.isEmpty() && !resolved && !status.equals("firing")) {
            alert.wrong("status", "is neither firing nor resolved");
        }
        Map<String, String> labels = alert.texts("labels", MOST_ENTRIES, MOST);
        labels.values().removeIf(String::isEmpty);
        if (labels.isEmpty()) {
            alert.wrong("labels", "has no label");
        }
        LabelSet set = LabelSet.of(labels);
        Optional<Instant> startsAt = alert.timeOrZero("startsAt");
        Optional<Instant> endsAt = alert.timeOrZero("endsAt");
        return new AlertUpdate(
                set,
                set,
                LabelSet.of(annotations(alert)),
                alert.text("generatorURL", MOST).orElse(""),
                startsAt,
                resolved ? endsAt.or(() -> startsAt) : Optional.empty(),
                Instant.MAX);
    }

    private static Map<String, String> annotations(Item alert) {
        Map<String, String> annotations =
                new LinkedHashMap<>(alert.texts("annotations", MOST_ENTRIES, MOST));
        for (String name : OF_GRAFANA) {
            alert.text(name, MOST)
                    .filter(text -> !text.isEmpty())
                    .ifPresent(text -> annotations.put(name, text));
        }
        return annotations;
    }
}
