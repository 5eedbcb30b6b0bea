package dev.runside.server.connect;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** What can be connected. */
public enum Tool {
    PROMETHEUS("Prometheus", Keeps.TOKEN_IN_A_FILE, AlertingLines::prometheus),
    ALERTMANAGER("Alertmanager", Keeps.TOKEN_IN_A_FILE, AlertingLines::alertmanager),
    GRAFANA("Grafana", Keeps.TOKEN_IN_ITS_LINES, AlertingLines::grafana),
    OTEL("OpenTelemetry Collector", Keeps.TOKEN_IN_A_FILE, TelemetryLines::collector),
    PAGERDUTY("PagerDuty Events API v2", Keeps.TOKEN_IN_ITS_LINES, AlertingLines::pagerDuty),
    OPENLINEAGE("OpenLineage", Keeps.TOKEN_IN_ITS_LINES, TelemetryLines::openLineage),
    GITHUB("GitHub", Keeps.SIGNING_SECRET, WebhookLines::gitHub),
    GITLAB("GitLab", Keeps.TOKEN_IN_ITS_LINES, WebhookLines::gitLab),
    ZENDESK("Zendesk", Keeps.TOKEN_IN_ITS_LINES, WebhookLines::zendesk);

    private final String title;
    private final Keeps keeps;
    private final Function<Place, Lines> lines;

    /** How a tool keeps what it proves itself by. */
    public enum Keeps {
        TOKEN_IN_A_FILE,
        TOKEN_IN_ITS_LINES,
        SIGNING_SECRET
    }

    Tool(String title, Keeps keeps, Function<Place, Lines> lines) {
        this.title = title;
        this.keeps = keeps;
        this.lines = lines;
    }

    public static Optional<Tool> named(String word) {
        return Arrays.stream(values()).filter(tool -> tool.word().equals(word)).findFirst();
    }

    /** As people type it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String title() {
        return title;
    }

    public Keeps keeps() {
        return keeps;
    }

    Lines lines(Place place) {
        return lines.apply(place);
    }
}
