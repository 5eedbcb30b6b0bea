package dev.runside.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.cli.local.DataFolder;
import dev.runside.cli.local.Running;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExecCommandTest {

    private static final String INCIDENT =
            """
            {"number": 12, "deeds": [
              {"id": "deed_1", "agent": "agent:local", "action": "service restart relay", "outcome": "done", "reason": "", "output": {}},
              {"id": "deed_2", "agent": "agent:local", "action": "service status relay", "outcome": %s, "reason": "%s", "output": {"state": "answering"}}]}
            """;

    @TempDir private Path data;

    @Test
    void itWaitsForTheOutcomeAndTellsIt() throws IOException {
        try (AnsweringServer server =
                AnsweringServer.with(200, answer("null", ""), answer("\"done\"", ""))) {
            Said said = exec(server, "--timeout", "5", "--", "service", "status", "relay");

            assertThat(said.code()).as(said.err()).isZero();
            assertThat(said.err()).contains("agent:local does it: service status relay");
            assertThat(said.out().lines()).containsExactly("done", "  state: answering");
            AnsweringServer.Asked asked = server.asked();
            assertThat(asked.path()).isEqualTo("/api/v1/incidents/12/exec");
            assertThat(asked.body().toString())
                    .contains(
                            "\"service\":\"status\"", "\"name\":\"relay\"", "\"timeoutSeconds\":5");
        }
    }

    @Test
    void whatWasNotDoneEndsWithOne() throws IOException {
        try (AnsweringServer server =
                AnsweringServer.with(200, answer("\"refused\"", "not allowed"))) {
            Said said = exec(server, "--", "command", "/opt/mail/flush", "--all");

            assertThat(said.code()).isEqualTo(1);
            assertThat(said.out()).startsWith("refused: not allowed");
            assertThat(server.asked().body().path("command").toString())
                    .isEqualTo("[\"/opt/mail/flush\",\"--all\"]");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"service restart", "command", "restart relay", "service a b c"})
    void whatIsNoActionIsRefused(String words) throws IOException {
        try (AnsweringServer server = AnsweringServer.with(200, "{}")) {
            String[] action = ("-- " + words).split(" ");
            Said said = exec(server, action);

            assertThat(said.code()).isEqualTo(2);
            assertThat(said.err()).contains("service VERB NAME, or command PROGRAM");
            assertThat(server.questions()).isZero();
        }
    }

    private static String answer(String outcome, String reason) {
        return INCIDENT.formatted(outcome, reason);
    }

    private Said exec(AnsweringServer server, String... more) throws IOException {
        Running.on(new DataFolder(data), server.url());
        String[] words = new String[more.length + 5];
        words[0] = "exec";
        words[1] = "--data";
        words[2] = data.toString();
        words[3] = "--incident";
        words[4] = "#12";
        System.arraycopy(more, 0, words, 5, more.length);
        return Said.by(words);
    }
}
