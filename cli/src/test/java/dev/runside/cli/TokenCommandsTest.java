package dev.runside.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.cli.client.Credentials;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TokenCommandsTest {

    @TempDir private Path data;

    @Test
    void loginPrintsALinkAndNothingElse() throws IOException {
        try (AnsweringServer server =
                AnsweringServer.with(200, "{\"url\":\"http://x/login?token=t\"}")) {
            assertThat(runside(server, "login").out()).isEqualTo("http://x/login?token=t\n");
            assertThat(server.asked().path()).isEqualTo("/api/v1/login-links");
        }
    }

    @Test
    void aSourcesTokenIsBoundToWhatItMaySpeakFor() throws IOException {
        try (AnsweringServer server = AnsweringServer.with(200, "{\"token\":\"rs_source_1\"}")) {
            Said said =
                    runside(
                            server,
                            "token",
                            "source",
                            "ci",
                            "--for",
                            "product:mail,system:mail-db");
            JsonNode asked = server.asked().body();

            assertThat(said.out()).isEqualTo("rs_source_1\n");
            assertThat(asked.path("name").asString()).isEqualTo("ci");
            assertThat(asked.path("speaksFor").valueStream().map(JsonNode::asString))
                    .containsExactly("product:mail", "system:mail-db");
        }
    }

    @Test
    void whatAWebhookSignsWithIsPrintedInsteadWhereItIsAskedFor() throws IOException {
        try (AnsweringServer server =
                AnsweringServer.with(
                        200, "{\"token\":\"rs_source_1\",\"signingSecret\":\"whsec_1\"}")) {
            Said said = runside(server, "token", "source", "ci", "--for", "*", "--signing");

            assertThat(said.out()).isEqualTo("whsec_1\n");
        }
    }

    @Test
    void aTokenForWhatTheCatalogDoesNotKnowIsMadeAndRemarkedOn() throws IOException {
        try (AnsweringServer server =
                AnsweringServer.with(200, "{\"token\":\"rs_source_1\"}")
                        .then(404, "{\"detail\":\"product:nope is not in the catalog.\"}")) {
            Said said = runside(server, "token", "source", "ci", "--for", "product:nope");

            assertThat(said.code()).isZero();
            assertThat(said.out()).isEqualTo("rs_source_1\n");
            assertThat(said.err()).contains("The catalog knows no product:nope yet.");
        }
    }

    @Test
    void aWordAloneSaysWhatIsMissing() {
        assertThat(Said.by("token").err()).contains("runside token source");
        assertThat(Said.by("admin").err()).contains("runside admin recover");
        assertThat(Said.by("token", "source", "ci").err()).contains("--for");
    }

    @Test
    void whoHasTheMachineGetsAFirstTokenAgain() throws IOException {
        try (AnsweringServer server = AnsweringServer.with(200, "{\"token\":\"rs_first_1\"}")) {
            layOutServer(server);

            assertThat(runside(server, "admin", "recover").out()).isEqualTo("rs_first_1\n");
            AnsweringServer.Asked asked = server.asked();
            assertThat(asked.path()).isEqualTo("/api/v1/admin/recover");
            assertThat(asked.authorization()).isEqualTo("Bearer rs_local_1");
        }
    }

    @Test
    void recoveringWithANameEnrolsThatPerson() throws IOException {
        String both = "{\"token\":\"rs_token_1\",\"person\":\"user:bea\"}";
        try (AnsweringServer server = AnsweringServer.with(200, both)) {
            layOutServer(server);

            Said said = runside(server, "admin", "recover", "--person", "bea");
            server.asked();

            assertThat(said.out()).contains("user:bea is enrolled");
            assertThat(server.asked().body().path("person").asString()).isEqualTo("bea");
            assertThat(
                            JsonMapper.shared()
                                    .readTree(data.resolve("cli.json"))
                                    .path("person")
                                    .asString())
                    .isEqualTo("user:bea");
        }
    }

    @Test
    void elsewhereThanOnTheServersMachineThereIsNoWayBackIn() throws IOException {
        try (AnsweringServer server = AnsweringServer.with(200, "{}")) {
            layOutServer(server);
            Files.delete(data.resolve("secret/local.key"));

            Said said = runside(server, "admin", "recover");

            assertThat(said.code()).isEqualTo(1);
            assertThat(said.err()).contains("run this on the server's machine");
        }
    }

    private void layOutServer(AnsweringServer server) throws IOException {
        Files.createDirectories(data.resolve("secret"));
        Files.writeString(data.resolve("secret/local.key"), "rs_local_1\n");
        Files.writeString(
                data.resolve("run.json"),
                "{\"url\":\"%s\",\"otlpUrl\":\"\",\"startedAt\":\"2030-01-01T00:00:00Z\",\"processes\":[]}"
                        .formatted(server.url()));
    }

    private Said runside(AnsweringServer server, String... arguments) throws IOException {
        Files.writeString(
                data.resolve("cli.json"),
                new Credentials(server.url(), "rs_person_1", "user:ada").asJson());
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--data", data.toString()));
        return Said.by(all.toArray(String[]::new));
    }
}
