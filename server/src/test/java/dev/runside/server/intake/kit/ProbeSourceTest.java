package dev.runside.server.intake.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.server.access.TestTokens;
import java.time.Duration;
import java.time.Instant;

/** What an agent's probes found, as the agent sends it: OTLP in JSON, by its own key. */
class ProbeSourceTest extends SourceContract {

    private String key = "";

    @Override
    void begin() {
        key = TestTokens.of(server).agent(company.product());
    }

    @Override
    String measure() {
        return "ratio: {metric: runside.probe, bad: {result: miss}}";
    }

    @Override
    Runnable happens(boolean good) {
        Instant now = Instant.now();
        String body =
                """
                {"resourceMetrics": [{
                  "resource": {"attributes": [{"key": "service.name", "value": {"stringValue": "%1$s"}}]},
                  "scopeMetrics": [{"scope": {"name": "runside.agent"}, "metrics": [{
                    "name": "runside.probe", "unit": "{probe}",
                    "sum": {"aggregationTemporality": 1, "isMonotonic": true, "dataPoints": [{
                      "attributes": [
                        {"key": "service", "value": {"stringValue": "%1$s"}},
                        {"key": "hop", "value": {"stringValue": "%2$s"}},
                        {"key": "result", "value": {"stringValue": "%3$s"}}],
                      "startTimeUnixNano": "%4$s", "timeUnixNano": "%5$s", "asInt": "1"}]}}]}]}]}
                """
                        .formatted(
                                company.product(),
                                company.hop(),
                                good ? "ok" : "miss",
                                nanos(now.minusMillis(1)),
                                nanos(now));
        return () -> assertThat(sender.post("/v1/metrics", key, body).status()).isEqualTo(200);
    }

    /** It does not poll any longer. */
    @Override
    void isAway() {
        passes(Duration.ofMinutes(4));
    }

    @Override
    String away() {
        return "agent-silent agent:" + company.product();
    }

    private static String nanos(Instant time) {
        return "%d%09d".formatted(time.getEpochSecond(), time.getNano());
    }
}
