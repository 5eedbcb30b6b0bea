package dev.runside.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.cli.client.Credentials;
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

class HoldCommandTest {

    private static final String REFUSED =
            "{\"title\":\"Not allowed\",\"detail\":\"user:ada may not let it go on.\",\"fix\":\"Ask.\"}";

    @TempDir private Path data;

    @Test
    void holdStopsThisMachinesAgentAndTheServer() throws IOException {
        try (AnsweringServer server = AnsweringServer.with(200, "{\"on\":true}")) {
            Said said = runside(server.url(), "hold", "--reason", "moving the racks");
            JsonNode asked = server.asked().body();

            assertThat(said.code()).as(said.err()).isZero();
            assertThat(said.out()).contains("This machine's agent: held", "all acting is held");
            assertThat(asked.path("on").asBoolean()).isTrue();
            assertThat(asked.path("reason").asString()).isEqualTo("moving the racks");
            assertThat(file()).hasContent("moving the racks");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void withTheServerAwayThisMachineIsHeldAllTheSame() throws IOException {
        Said said = runside(away(), "hold", "--json");
        JsonNode facts = JsonMapper.shared().readTree(said.out());

        assertThat(said.code()).isEqualTo(3);
        assertThat(file()).exists();
        assertThat(facts.path("thisMachine").asBoolean()).isTrue();
        assertThat(facts.path("server").asBoolean()).isFalse();
        assertThat(facts.path("problem").asString()).contains("Nothing answers");
    }

    @Test
    void offRemovesBoth() throws IOException {
        try (AnsweringServer server = AnsweringServer.with(200, "{\"on\":false}")) {
            runside(server.url(), "hold");
            server.asked();

            Said said = runside(server.url(), "hold", "--off");

            assertThat(said.code()).isZero();
            assertThat(server.asked().body().path("on").asBoolean()).isFalse();
            assertThat(said.out()).contains("its hold is removed", "acting goes on");
            assertThat(file()).doesNotExist();
        }
    }

    @Test
    void whereTheServerRefusesThisMachineStaysHeld() throws IOException {
        runside(away(), "hold");
        try (AnsweringServer server = AnsweringServer.with(403, REFUSED)) {
            Said said = runside(server.url(), "hold", "--off");

            assertThat(said.code()).isEqualTo(1);
            assertThat(said.err()).contains("user:ada may not let it go on");
            assertThat(file()).exists();
        }
    }

    private Path file() {
        return data.resolve("agent").resolve("hold");
    }

    /** An address where nobody listens any more. */
    private static String away() throws IOException {
        try (AnsweringServer gone = AnsweringServer.with(200, "{}")) {
            return gone.url();
        }
    }

    private Said runside(String url, String... arguments) throws IOException {
        Files.writeString(
                data.resolve("cli.json"), new Credentials(url, "rs_person_1", "user:ada").asJson());
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--data", data.toString()));
        return Said.by(all.toArray(String[]::new));
    }
}
