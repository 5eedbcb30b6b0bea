package dev.runside.server.intake.kit;

import java.time.Duration;

/** A query's answers, asked for by the HTTP API of Prometheus. */
class PromqlSourceTest extends SourceContract {

    private AnsweringPrometheus prometheus;

    @Override
    void begin() throws Exception {
        prometheus = new AnsweringPrometheus();
    }

    @Override
    void end() {
        prometheus.close();
    }

    @Override
    String definition() {
        return """
        apiVersion: runside.dev/v1
        kind: DataSource
        metadata: {name: PRODUCT}
        spec: {type: prometheus, url: "%s"}\
        """
                .formatted(prometheus.url());
    }

    @Override
    String measure() {
        return "threshold: {source: PRODUCT, query: up, op: gte, value: 1, every: 1s, fresh: 1s}";
    }

    @Override
    Duration reach() {
        return Duration.ofMillis(2_100);
    }

    @Override
    Runnable happens(boolean good) {
        return prometheus.happens(good ? 1 : 0);
    }

    @Override
    void isAway() {
        prometheus.close();
        passes(Duration.ofSeconds(10));
    }

    @Override
    String away() {
        return "poll-fails source:" + company.product();
    }
}
