package dev.runside.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.cli.local.DataFolder;
import dev.runside.cli.local.Running;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ConnectCommandTest {

    private static final String LINES =
            """
            {"tool": "prometheus", "title": "Prometheus", "source": "source:prometheus", "speaksFor": ["*"],
             "token": "rs_source_1", "tokenFile": "%s",
             "parts": [{"where": "prometheus.yml", "text": "alerting:\\n  alertmanagers:\\n    - scheme: http\\n      authorization: {}\\n"}],
             "then": ["Let Prometheus read it again"]}
            """;

    private static final String SEEN =
            """
            {"items": [{"source": "source:prometheus", "lastSeen": "2030-01-01T00:00:00Z", "reports": 9, "unmapped": 1,
              "refused": 0, "firingBefore": 0,
              "mapped": [{"subject": "hop:mail/relay", "count": 1}, {"subject": "system:store", "count": 1}],
              "gaps": [{"name": "cron-7", "proposal": "under spec.hops of Product mail: - {name: cron-7, service: cron-7}"}]}]}
            """;

    @TempDir private Path data;

    @Test
    void theTokenIsInAFileTheLinesOnTheTerminalAndWhatCameIsSaid() throws IOException {
        try (AnsweringServer server = AnsweringServer.with(200, LINES.formatted(token()), SEEN)) {
            Said said = runside(server, "connect", "prometheus", "--wait", "5s");

            assertThat(said.code()).as(said.err()).isZero();
            assertThat(said.out())
                    .contains("may speak for everything. Its token is in " + token())
                    .contains("    - scheme: http")
                    .contains("- Let Prometheus read it again")
                    .contains("3 seen, 2 mapped (relay, store), 1 not.")
                    .contains(
                            "not in the catalog: cron-7; under spec.hops of Product mail: - {name: cron-7, service: cron-7}")
                    .doesNotContain("rs_source_1");
            assertThat(said.err()).contains("Waiting up to 5 s").doesNotContain("rs_source_1");
            assertThat(token()).hasContent("rs_source_1\n");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(token())))
                    .isEqualTo("rw-------");
            AnsweringServer.Asked asked = server.asked();
            assertThat(asked.path()).isEqualTo("/api/v1/connect/prometheus");
            assertThat(asked.body().path("url").asString()).isEqualTo(server.url());
            assertThat(asked.body().path("speaksFor").get(0).asString()).isEqualTo("*");
        }
    }

    @Test
    void programsGetOneAnswerWithWhatWasSeenAndNoTokenThatIsInAFile() throws IOException {
        try (AnsweringServer server = AnsweringServer.with(200, LINES.formatted(token()), SEEN)) {
            Said said = runside(server, "connect", "prometheus", "--json");

            JsonNode answer = JsonMapper.shared().readTree(said.out());
            assertThat(answer.path("seen").path("unmapped").asLong()).isEqualTo(1);
            assertThat(answer.has("token")).isFalse();
        }
    }

    @Test
    void aFileThatIsNotThereIsSaidInASentenceAndAWrongOptionWithoutAPageOfOptions()
            throws IOException {
        try (AnsweringServer server = AnsweringServer.with(200, "{}")) {
            Path none = data.resolve("none");

            assertThat(
                            runside(
                                            server,
                                            "connect",
                                            "github",
                                            "--poll",
                                            "a/b",
                                            "--tool-token",
                                            none.toString())
                                    .err())
                    .contains("There is no " + none + ".");
            Said wrong = runside(server, "connect", "prometheus", "--nowait");
            assertThat(wrong.code()).isEqualTo(2);
            assertThat(wrong.err().lines())
                    .hasSize(3)
                    .last()
                    .isEqualTo("What it takes: runside connect --help");
        }
    }

    @Test
    void whatIsConnectedIsNotOverwrittenAndAnotherNameIsProposed() throws IOException {
        try (AnsweringServer server =
                AnsweringServer.with(
                        409,
                        "{\"title\": \"Conflict\", \"detail\": \"source:prometheus is connected already.\"}")) {
            Said said = runside(server, "connect", "prometheus");

            assertThat(said.code()).isEqualTo(1);
            assertThat(said.err()).contains("connected already").contains("--name");
            assertThat(token()).doesNotExist();
        }
    }

    @Test
    void aToolIsPolledWithItsTokenFromAFile() throws IOException {
        Path secret = Files.writeString(data.resolve("github.token"), "github_pat_of_nobody\n");
        try (AnsweringServer server =
                AnsweringServer.with(200, LINES.formatted(token()), "", polled(false))) {
            Said said =
                    runside(
                            server,
                            "connect",
                            "github",
                            "--poll",
                            "example/relay",
                            "--tool-token",
                            secret.toString());

            assertThat(said.code()).as(said.err()).isZero();
            assertThat(said.out())
                    .contains("Runside asks github (example/relay) every minute")
                    .contains("1 seen, 1 mapped (relay).")
                    .doesNotContain("github_pat_of_nobody")
                    .doesNotContain("rs_source_1");
            assertThat(server.asked().path()).isEqualTo("/api/v1/connect/github");
            AnsweringServer.Asked asked = server.asked();
            assertThat(asked.method() + " " + asked.path())
                    .isEqualTo("PUT /api/v1/sources/github/poll");
            assertThat(asked.body().path("target").asString()).isEqualTo("example/relay");
            assertThat(asked.body().path("token").asString()).isEqualTo("github_pat_of_nobody");
        }
    }

    @Test
    void aSourceThatIsThereIsPolledBesideItsWebhookAndWhyNothingCameIsSaid() throws IOException {
        Path secret = Files.writeString(data.resolve("pagerduty.token"), "key");
        try (AnsweringServer server =
                AnsweringServer.with(409, "{\"title\": \"Conflict\", \"detail\": \"there\"}")
                        .then(204, "")
                        .then(200, polled(true))) {
            Said said =
                    runside(
                            server,
                            "connect",
                            "pagerduty",
                            "--name",
                            "github",
                            "--poll",
                            "--tool-token",
                            secret.toString());

            assertThat(said.code()).isEqualTo(1);
            assertThat(said.out()).contains("Asked in vain: /log_entries was answered with 401");
            assertThat(said.err()).contains("source:github is there already");
        }
    }

    @Test
    void whatCannotBePolledIsRefusedBeforeAnythingIsMade() throws IOException {
        try (AnsweringServer server = AnsweringServer.with(200, "{}")) {
            assertThat(runside(server, "connect", "grafana", "--poll", "x").err())
                    .contains("--poll is for github, gitlab, zendesk, pagerduty");
            assertThat(
                            runside(
                                            server,
                                            "connect",
                                            "github",
                                            "--poll",
                                            "a/b",
                                            "--tool-token",
                                            data.resolve("none").toString())
                                    .code())
                    .isEqualTo(1);
            assertThat(server.questions()).isZero();
        }
    }

    private static String polled(boolean failing) {
        return """
        {"items": [{"source": "source:github", "lastSeen": "2030-01-01T00:00:00Z", "reports": 1, "unmapped": 0, "refused": 0,
          "firingBefore": 0, "mapped": [{"subject": "hop:mail/relay", "count": 1}], "gaps": [],
          "poll": {"failing": %s, "trouble": "%s"}}]}
        """
                .formatted(failing, failing ? "/log_entries was answered with 401" : "");
    }

    @Test
    void nothingYetIsSaidWithTheWayToLookAgain() throws IOException {
        try (AnsweringServer server =
                AnsweringServer.with(
                        200,
                        LINES.formatted(token()),
                        "{\"items\": [{\"source\": \"source:prometheus\", \"lastSeen\": null}]}")) {
            Said said = runside(server, "connect", "prometheus", "--wait", "1s");

            assertThat(said.code()).isZero();
            assertThat(said.out()).contains("Nothing has come yet").contains("runside sources");
        }
    }

    private Path token() {
        return data.resolve("connect/prometheus.token");
    }

    private Said runside(AnsweringServer server, String... arguments) throws IOException {
        Running.on(new DataFolder(data), server.url());
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--data", data.toString()));
        return Said.by(all.toArray(String[]::new));
    }
}
