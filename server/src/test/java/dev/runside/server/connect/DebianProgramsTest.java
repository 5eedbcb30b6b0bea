package dev.runside.server.connect;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.runside.core.signal.Signal;
import dev.runside.server.Soon;
import dev.runside.server.intake.IntakeTest;
import dev.runside.server.intake.MailCatalog;
import dev.runside.server.intake.Sender;
import dev.runside.server.intake.StoredSignals;
import dev.runside.server.intake.alertmanager.Tool;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/**
 * The lines in the files of Debian's Prometheus and Alertmanager, which go on telling whomever they
 * told before.
 */
@IntakeTest
class DebianProgramsTest {

    @Autowired private Sender sender;
    @Autowired private ApplicationContext server;
    @TempDir private Path folder;

    private final List<Process> processes = new ArrayList<>();
    private final List<HttpServer> receivers = new ArrayList<>();

    @AfterEach
    void leaveNothing() throws InterruptedException {
        for (Process process : processes) {
            process.destroy();
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        }
        receivers.forEach(receiver -> receiver.stop(0));
    }

    @Test
    void prometheusTellsRunsideBesideTheAlertmanagerItHas() throws Exception {
        var stored = StoredSignals.fromNowOn(server);
        int present = freePort();
        alertmanager(present, "route: {receiver: nobody}\nreceivers: [{name: nobody}]\n");
        JsonNode made = connected("prometheus");
        write(
                "rules.yml",
                """
                groups:
                  - name: relay
                    interval: 300ms
                    rules: [{alert: RelayDown, expr: vector(1), labels: {job: relay}}]
                """);
        String entry =
                Connector.part(made, 0)
                        .lines()
                        .skip(2)
                        .reduce("", (all, line) -> all + line + "\n");
        Path file =
                write(
                        "prometheus.yml",
                        """
                        rule_files: [%s]
                        alerting:
                          alertmanagers:
                            - static_configs: [{targets: ["127.0.0.1:%d"]}]
                        %s
                        """
                                .formatted(folder.resolve("rules.yml"), present, entry));

        Tool.Said checked = Tool.named("promtool").run(List.of("check", "config", file.toString()));
        assertThat(checked.exit()).as(checked.text()).isZero();
        start(
                "prometheus",
                "--config.file=" + file,
                "--storage.tsdb.path=" + folder.resolve("data"),
                "--web.listen-address=127.0.0.1:" + freePort(),
                "--rules.alert.resend-delay=300ms");

        Signal alert = Soon.get(stored::told, all -> !all.isEmpty()).getFirst();
        assertThat(alert.subject()).contains(MailCatalog.RELAY);
        assertThat(alert.source().toString()).isEqualTo(made.path("source").asString());
        Soon.get(() -> alertsOf(present), said -> said.contains("RelayDown"));
    }

    @Test
    void alertmanagerTellsRunsideAndEverybodyItToldBefore() throws Exception {
        var stored = StoredSignals.fromNowOn(server);
        List<String> top = receiver();
        List<String> special = receiver();
        JsonNode made = connected("alertmanager");
        String config =
                """
                route:
                  receiver: everybody
                  group_wait: 0s
                  routes:
                %s
                    - {receiver: relay-team, matchers: [job="relay"]}
                %s
                receivers:
                  - {name: everybody, webhook_configs: [{url: "%s"}]}
                  - {name: relay-team, webhook_configs: [{url: "%s"}]}
                %s
                """
                        .formatted(
                                Connector.part(made, 0).indent(4),
                                Connector.part(made, 1)
                                        .replace("YOUR-TOP-RECEIVER", "everybody")
                                        .indent(4),
                                address(0),
                                address(1),
                                Connector.part(made, 2).indent(2));
        Path file = write("alertmanager.yml", config);

        Tool.Said checked = Tool.named("amtool").run(List.of("check-config", file.toString()));
        assertThat(checked.exit()).as(checked.text()).isZero();
        assertThat(routes(file, "job=relay")).isEqualTo("runside,relay-team");
        assertThat(routes(file, "job=web")).isEqualTo("runside,everybody");

        int port = freePort();
        alertmanager(port, config);
        add(port, "RelayLate", "job=relay");
        add(port, "WebLate", "job=web");

        Soon.get(stored::told, all -> all.size() == 2);
        assertThat(stored.told())
                .extracting(signal -> signal.subject().orElseThrow())
                .containsExactlyInAnyOrder(MailCatalog.RELAY, MailCatalog.WEB);
        Soon.get(() -> special, told -> told.toString().contains("RelayLate"));
        Soon.get(() -> top, told -> told.toString().contains("WebLate"));
        assertThat(top.toString()).doesNotContain("RelayLate");
    }

    private JsonNode connected(String tool) throws IOException {
        Path file = folder.resolve("runside.token");
        JsonNode made =
                Connector.of(sender, server).connect(tool, sender.unique(tool), file.toString());
        Files.writeString(file, made.path("token").asString() + "\n");
        return made;
    }

    private static String routes(Path file, String label) throws Exception {
        return Tool.named("amtool")
                .run(List.of("config", "routes", "test", "--config.file=" + file, label))
                .text()
                .lines()
                .reduce("", (_, line) -> line.strip());
    }

    private void alertmanager(int port, String config) throws Exception {
        start(
                "prometheus-alertmanager",
                "--config.file=" + write("alertmanager-" + port + ".yml", config),
                "--storage.path=" + folder.resolve("alertmanager-" + port),
                "--web.listen-address=127.0.0.1:" + port,
                "--cluster.listen-address=");
        Soon.get(() -> alertsOf(port), said -> said.contains("Alertname"));
    }

    private static void add(int port, String name, String label) throws Exception {
        Tool.Said said =
                Tool.named("amtool")
                        .run(
                                List.of(
                                        "--alertmanager.url=http://127.0.0.1:" + port,
                                        "alert",
                                        "add",
                                        name,
                                        label));
        assertThat(said.exit()).as(said.text()).isZero();
    }

    private static String alertsOf(int port) {
        try {
            return Tool.named("amtool")
                    .run(List.of("--alertmanager.url=http://127.0.0.1:" + port, "alert", "query"))
                    .text();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private void start(String program, String... arguments) throws IOException {
        processes.add(
                Tool.named(program)
                        .start(
                                List.of(arguments),
                                ProcessBuilder.Redirect.to(
                                        folder.resolve(program + ".log").toFile())));
    }

    /** What somebody was told who was told before Runside came. */
    private List<String> receiver() throws IOException {
        List<String> told = new CopyOnWriteArrayList<>();
        HttpServer http =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.createContext(
                "/",
                exchange -> {
                    told.add(
                            new String(
                                    exchange.getRequestBody().readAllBytes(),
                                    StandardCharsets.UTF_8));
                    exchange.sendResponseHeaders(200, -1);
                    exchange.close();
                });
        http.start();
        receivers.add(http);
        return told;
    }

    private String address(int receiver) {
        return "http://127.0.0.1:" + receivers.get(receiver).getAddress().getPort() + "/";
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
