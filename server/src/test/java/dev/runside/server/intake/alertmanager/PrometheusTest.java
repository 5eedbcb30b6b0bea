package dev.runside.server.intake.alertmanager;

import static dev.runside.server.intake.MailCatalog.RELAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.core.signal.Signal;
import dev.runside.core.signal.Signal.Severity;
import dev.runside.server.Soon;
import dev.runside.server.intake.IntakeTest;
import dev.runside.server.intake.Sender;
import dev.runside.server.intake.StoredSignals;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A real Prometheus with Runside for its Alertmanager. */
@IntakeTest
class PrometheusTest {

    @Autowired private Sender sender;
    @Autowired private ApplicationContext server;

    @TempDir private Path folder;

    @Test
    void anAlertFiresIsRepeatedAtNoCostAndIsResolved() throws Exception {
        var stored = StoredSignals.fromNowOn(server);
        writeRules("vector(1)");
        write("prometheus.yml", configuration(sender.source("*")));
        Process prometheus = start();
        try {
            Soon.get(() -> changes(stored), signals -> !signals.isEmpty());
            long repeats = repeats();
            Soon.get(this::repeats, now -> now > repeats + 2);
            assertThat(changes(stored)).hasSize(1);

            writeRules("vector(1) > 1");
            new ProcessBuilder("kill", "-HUP", String.valueOf(prometheus.pid())).start().waitFor();
            List<Signal> both = Soon.get(() -> changes(stored), signals -> signals.size() > 1);

            Signal firing = both.getFirst();
            assertThat(firing.subject()).contains(RELAY);
            assertThat(firing.severity()).isEqualTo(Severity.CRITICAL);
            assertThat(firing.title()).isEqualTo("relay is down");
            assertThat(firing.attribute("state")).isEqualTo("firing");
            assertThat(both.getLast().attribute("state")).isEqualTo("resolved");
            assertThat(both.getLast().fingerprint()).isEqualTo(firing.fingerprint());
            assertThat(both).hasSize(2);
        } finally {
            prometheus.destroy();
            assertThat(prometheus.waitFor(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    /**
     * Vouched for a second only, it may be stale for a moment while the rules are read anew. What
     * is found about other sources meanwhile is none of it.
     */
    private static List<Signal> changes(StoredSignals stored) {
        return stored.told().stream()
                .filter(signal -> signal.kind().equals("alert"))
                .filter(signal -> List.of("firing", "resolved").contains(signal.attribute("state")))
                .toList();
    }

    private Process start() throws IOException {
        return Tool.named("prometheus")
                .start(
                        List.of(
                                "--config.file=" + folder.resolve("prometheus.yml"),
                                "--storage.tsdb.path=" + folder.resolve("data"),
                                "--web.listen-address=127.0.0.1:" + freePort(),
                                "--rules.alert.resend-delay=300ms"),
                        ProcessBuilder.Redirect.to(folder.resolve("log").toFile()));
    }

    /** How often it was heard, as the server counts what it knew already. */
    private long repeats() {
        return (long)
                server.getBean(MeterRegistry.class)
                        .counter("runside.intake.duplicates", "protocol", "alertmanager")
                        .count();
    }

    private void writeRules(String expression) throws IOException {
        write(
                "rules.yml",
                """
                groups:
                  - name: relay
                    interval: 300ms
                    rules:
                      - alert: RelayDown
                        expr: %s
                        labels: {severity: critical, job: relay}
                        annotations: {summary: "relay is down"}
                """
                        .formatted(expression));
    }

    private String configuration(String token) {
        return """
        rule_files: [%s]
        alerting:
          alertmanagers:
            - static_configs: [{targets: ["127.0.0.1:%d"]}]
              authorization: {credentials: %s}
        """
                .formatted(folder.resolve("rules.yml"), sender.uri("/").getPort(), token);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
