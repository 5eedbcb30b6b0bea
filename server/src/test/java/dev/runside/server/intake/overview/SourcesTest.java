package dev.runside.server.intake.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.runside.server.Soon;
import dev.runside.server.access.TestTokens;
import dev.runside.server.intake.IntakeTest;
import dev.runside.server.intake.Sender;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

@IntakeTest
class SourcesTest {

    @Autowired private Sender sender;
    @Autowired private ApplicationContext server;

    private String person = "";

    @BeforeEach
    void signIn() {
        person = TestTokens.of(server).person("lister");
    }

    @Test
    void aSourceThatNeverSaidAnythingIsListedWithWhatItMaySay() {
        String name = sender.unique("quiet");
        TestTokens.of(server).newSource(name, "product:mail", "system:mail-db");

        JsonNode source = source(name);

        assertThat(source.path("speaksFor").valueStream().map(JsonNode::asString))
                .containsExactly("product:mail", "system:mail-db");
        assertThat(source.path("open").asBoolean()).isTrue();
        assertThat(source.path("lastSeen").isNull()).isTrue();
        assertThat(source.path("reports").asLong()).isZero();
    }

    @Test
    void whatWasSeenMappedUnmappedAndRefusedIsCounted() {
        String name = sender.unique("busy");
        String token = TestTokens.of(server).source(name, "product:mail");
        String unknown = sender.unique("cron");

        sender.post("/api/v2/alerts", token, alerts("relay", "web", unknown));
        sender.post("/api/v2/alerts", token, alerts("relay", "web", unknown));
        sender.post("/api/v2/alerts", token, "[{]");
        sender.post("/api/v2/alerts", token, alerts("rollup"));
        JsonNode source = Soon.get(() -> source(name), it -> !it.path("gaps").isEmpty());

        assertThat(source.path("reports").asLong()).isEqualTo(6);
        assertThat(source.path("perMinute").asLong()).isEqualTo(6);
        assertThat(source.path("accepted").asLong()).isEqualTo(2);
        assertThat(source.path("refused").asLong()).isEqualTo(2);
        assertThat(source.path("unmappedShare").asDouble()).isCloseTo(1 / 3.0, within(0.001));
        assertThat(source.path("mapped").valueStream().map(each -> each.path("subject").asString()))
                .containsExactly("hop:mail/relay", "hop:mail/web");
        assertThat(source.path("gaps").get(0).path("name").asString()).isEqualTo(unknown);
        assertThat(source.path("gaps").get(0).path("proposal").asString()).contains(unknown);
        assertThat(source.path("paths").get(0).path("path").asString()).isEqualTo("/api/v2/alerts");
        assertThat(source.path("lastSeen").asString()).isNotEmpty();
    }

    @Test
    void aKeyInTheBodyIsCountedAsAnyToken() {
        String name = sender.unique("pager");
        String token = TestTokens.of(server).source(name, "product:mail");

        sender.post(
                "/v2/enqueue",
                token,
                """
                {"routing_key": "%s", "event_action": "trigger",
                 "payload": {"summary": "Late", "source": "host", "severity": "error", "component": "relay"}}
                """
                        .formatted(token));

        assertThat(source(name).path("accepted").asLong()).isEqualTo(1);
        assertThat(source(name).path("reports").asLong()).isEqualTo(1);
    }

    @Test
    void whatFiredBeforeTheSourceWasConnectedIsOneNumber() {
        String name = sender.unique("late");
        String token = TestTokens.of(server).newSource(name, "*");

        sender.post(
                "/api/v2/alerts",
                token,
                """
                [{"labels": {"alertname": "Old", "job": "relay"}, "startsAt": "2020-01-01T00:00:00Z"},
                 {"labels": {"alertname": "New", "job": "relay"}}]
                """);

        assertThat(source(name).path("firingBefore").asLong()).isEqualTo(1);
    }

    @Test
    void onlyPeopleReadTheList() {
        assertThat(
                        sender.send(
                                        sender.request("/api/v1/sources", sender.source("*"))
                                                .GET()
                                                .build())
                                .status())
                .isEqualTo(403);
    }

    private JsonNode source(String name) {
        JsonNode list = sender.send(sender.request("/api/v1/sources", person).GET().build()).json();
        return list.path("items")
                .valueStream()
                .filter(each -> each.path("source").asString().equals("source:" + name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " is not in " + list));
    }

    private static String alerts(String... jobs) {
        var alerts = new StringBuilder();
        for (String job : jobs) {
            alerts.append(alerts.isEmpty() ? "[" : ",")
                    .append(
                            "{\"labels\":{\"alertname\":\"Late\",\"job\":\"%s\"},\"startsAt\":\"2030-01-01T00:00:00Z\"}"
                                    .formatted(job));
        }
        return alerts + "]";
    }
}
