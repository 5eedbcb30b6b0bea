package dev.runside.server.intake.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.server.access.TestTokens;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** An alert's own state, by Alertmanager's API as Prometheus uses it. */
class AlertSourceTest extends SourceContract {

    private final Instant startsAt = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private String token = "";

    @Override
    void begin() {
        token = sender.source("*");
    }

    @Override
    String measure() {
        return "alert: {name: QueueGrows, where: {queue: 'out.*'}}";
    }

    @Override
    Runnable happens(boolean good) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        return alert(good ? now : now.plusSeconds(120));
    }

    /** Its {@code endsAt} passes in silence. */
    @Override
    void isAway() {
        passes(Duration.ofMinutes(3));
    }

    @Override
    String away() {
        return "alerts-stale source:" + TestTokens.of(server).sourceOf(token);
    }

    private Runnable alert(Instant endsAt) {
        String body =
                """
                [{"labels": {"alertname": "QueueGrows", "queue": "outgoing", "job": "%s"},
                  "annotations": {"summary": "17 mails wait"},
                  "startsAt": "%s", "endsAt": "%s", "generatorURL": "http://prometheus:9090/graph"}]
                """
                        .formatted(company.product(), startsAt, endsAt);
        return () -> assertThat(sender.post("/api/v2/alerts", token, body).status()).isEqualTo(200);
    }
}
