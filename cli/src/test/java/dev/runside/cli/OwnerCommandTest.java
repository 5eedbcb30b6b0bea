package dev.runside.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.cli.client.Credentials;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnerCommandTest {

    @TempDir private Path data;

    @Test
    void aFlowsOwnerIsOneName() throws IOException {
        try (AnsweringServer server = AnsweringServer.with(200, "{\"owner\":\"user:ada\"}")) {
            assertThat(owner(server, "send")).isEqualTo(new Said(0, "user:ada\n", ""));
            assertThat(server.asked().path()).isEqualTo("/api/v1/owner?ref=flow%3Asend");
        }
    }

    @Test
    void whateverElseIsOwnedIsAskedForByItsReference() throws IOException {
        try (AnsweringServer server = AnsweringServer.with(200, "{\"owner\":\"user:ada\"}")) {
            owner(server, "seam:hop:mail/relay>hop:stats/rollup");

            assertThat(server.asked().path())
                    .isEqualTo(
                            "/api/v1/owner?ref=seam%3Ahop%3Amail%2Frelay%3Ehop%3Astats%2Frollup");
        }
    }

    @Test
    void aGapIsNamed() throws IOException {
        String gap =
                "{\"title\":\"Conflict\",\"detail\":\"product:mail has no owner.\",\"fix\":\"Name one.\"}";
        try (AnsweringServer server = AnsweringServer.with(409, gap)) {
            assertThat(owner(server, "send"))
                    .isEqualTo(
                            new Said(
                                    1,
                                    "",
                                    "runside: Conflict. product:mail has no owner. Name one\n"));
        }
    }

    @Test
    void anUnknownFlowIsSaidWithTheCommandThatListsThem() throws IOException {
        String unknown = "{\"detail\":\"flow:sent is not in the catalog.\",\"fix\":\"GET it.\"}";
        try (AnsweringServer server = AnsweringServer.with(404, unknown)) {
            assertThat(owner(server, "sent").err())
                    .isEqualTo(
                            "runside: flow:sent is not in the catalog. List the flows: runside flows\n");
        }
    }

    private Said owner(AnsweringServer server, String subject) throws IOException {
        Credentials self = new Credentials(server.url(), "rs_person_1", "user:ada");
        Files.writeString(data.resolve("cli.json"), self.asJson());
        return Said.by("owner", "--data", data.toString(), subject);
    }
}
