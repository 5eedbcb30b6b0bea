package dev.runside.server.connect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.server.access.TestTokens;
import dev.runside.server.intake.IntakeTest;
import dev.runside.server.intake.Sender;
import dev.runside.server.intake.Sender.Answer;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;

@IntakeTest
class ConnectTest {

    @Autowired private Sender sender;
    @Autowired private ApplicationContext server;

    private Connector connector;

    @BeforeEach
    void aPersonWhoMay() {
        connector = Connector.of(sender, server);
    }

    @ParameterizedTest
    @EnumSource(Tool.class)
    void everyToolHasLinesThatNameRunsideAndSayWhatToDoThen(Tool tool) {
        JsonNode made = connector.connect(tool.word(), sender.unique(tool.word()), "/tmp/a.token");

        assertThat(made.path("parts").toString())
                .contains("127.0.0.1".equals(sender.uri("").getHost()) ? "127.0.0.1" : "localhost");
        assertThat(made.path("then")).isNotEmpty();
        assertThat(made.path("tokenFile").asString())
                .isEqualTo(tool.keeps() == Tool.Keeps.TOKEN_IN_A_FILE ? "/tmp/a.token" : "");
        assertThat(made.path("parts").toString().contains(made.path("token").asString()))
                .isEqualTo(tool.keeps() == Tool.Keeps.TOKEN_IN_ITS_LINES);
    }

    @ParameterizedTest
    @EnumSource(
            value = Tool.class,
            names = {"GRAFANA", "OTEL", "OPENLINEAGE"})
    void linesThatAreYamlAreReadable(Tool tool) {
        JsonNode made = connector.connect(tool.word(), sender.unique(tool.word()), "");

        assertThat((Object) new Yaml().load(Connector.part(made, 0))).isNotNull();
    }

    @Test
    void whatIsConnectedIsNotOverwritten() {
        String name = sender.unique("prometheus");
        String token = connector.connect("prometheus", name, "").path("token").asString();

        Answer again = connector.ask("prometheus", name, "");

        assertThat(again.status()).isEqualTo(409);
        assertThat(again.json().path("fix").asString()).contains("runside token source " + name);
        assertThat(sender.post("/api/v2/alerts", token, "[]").status()).isEqualTo(200);
    }

    @Test
    void whoMayNotLetASourceSpeakMayNotConnectOne() {
        var nobody = new Connector(sender, TestTokens.of(server).person("mallory"));

        Answer refused = nobody.ask("prometheus", sender.unique("prometheus"), "");

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text()).contains("has no right to let a source speak");
    }

    @Test
    void aToolThatNobodyKnowsIsAnsweredWithThoseThereAre() {
        Answer unknown = connector.ask("nagios", "nagios", "");

        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.json().path("fix").asString()).contains("prometheus, alertmanager");
    }

    @Test
    void anAddressOrAFileThatIsNoneIsRefusedBeforeAnythingIsMade() {
        String name = sender.unique("prometheus");

        assertThat(connector.ask("prometheus", name, "relative.token").status()).isEqualTo(400);
        assertThat(
                        sender.post(
                                        "/api/v1/connect/prometheus",
                                        connector.person(),
                                        "{\"name\": \"%s\", \"url\": \"http://x/\\n\"}"
                                                .formatted(name))
                                .status())
                .isEqualTo(400);
        assertThat(connector.ask("prometheus", name, "").status()).isEqualTo(200);
    }

    @Test
    void theRoutingKeyOfPagerDutyOpensItsPath() {
        String lines =
                Connector.part(connector.connect("pagerduty", sender.unique("pagerduty"), ""), 0);
        String key =
                lines.lines()
                        .filter(line -> line.startsWith("Routing key"))
                        .findFirst()
                        .orElseThrow();

        Answer taken =
                sender.post(
                        "/v2/enqueue",
                        "none",
                        """
                        {"routing_key": "%s", "event_action": "trigger",
                         "payload": {"summary": "Late", "source": "host", "severity": "error", "component": "relay"}}
                        """
                                .formatted(key.split(":")[1].strip()));

        assertThat(taken.status()).as(taken.text()).isEqualTo(202);
    }

    @Test
    void whatIsFilledInAtGitLabAndZendeskOpensTheirPaths() {
        String gitLab = Connector.part(connector.connect("gitlab", sender.unique("gitlab"), ""), 0);
        String zendesk =
                Connector.part(connector.connect("zendesk", sender.unique("zendesk"), ""), 0);

        assertThat(
                        posted(gitLab, "URL:", "X-Gitlab-Token", filled(gitLab, "Secret token:"))
                                .status())
                .isEqualTo(200);
        assertThat(
                        posted(
                                        zendesk,
                                        "Endpoint URL:",
                                        "Authorization",
                                        "Bearer " + filled(zendesk, "Token:"))
                                .status())
                .isEqualTo(200);
    }

    private Answer posted(String lines, String address, String header, String value) {
        return sender.send(
                HttpRequest.newBuilder(URI.create(filled(lines, address)))
                        .header("Content-Type", "application/json")
                        .header(header, value)
                        .POST(
                                BodyPublishers.ofString(
                                        "{\"object_kind\":\"note\",\"type\":\"zen:event-type:user.created\",\"id\":\"1\"}"))
                        .build());
    }

    private static String filled(String lines, String field) {
        return lines.lines()
                .filter(line -> line.startsWith(field))
                .map(line -> line.substring(field.length()).strip())
                .findFirst()
                .orElseThrow();
    }
}
