package dev.runside.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.runside.cli.client.Credentials;
import dev.runside.cli.local.DataFolder;
import dev.runside.cli.local.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class ConnectionTest {

    @TempDir private Path folder;

    @Test
    void theEnvironmentNamesAServerElsewhere() throws Exception {
        try (AnsweringServer server = AnsweringServer.with(200, "{}")) {
            Map<String, String> environment =
                    Map.of("RUNSIDE_URL", server.url(), "RUNSIDE_TOKEN", "rs_person_2");

            new Connection(environment).open().get("/x");

            assertThat(server.asked().authorization()).isEqualTo("Bearer rs_person_2");
        }
    }

    @Test
    void anAddressWithoutATokenIsSaid() {
        assertThatIOException()
                .isThrownBy(
                        () -> new Connection(Map.of("RUNSIDE_URL", "http://127.0.0.1:1")).open())
                .withMessage(
                        "RUNSIDE_URL is set and RUNSIDE_TOKEN is not: set it to your own token.");
    }

    @Test
    void aFolderGivenWinsOverTheEnvironment() throws Exception {
        try (AnsweringServer server = AnsweringServer.with(200, "{}")) {
            Credentials self = new Credentials(server.url(), "rs_person_1", "user:ada");
            Files.writeString(folder.resolve("cli.json"), self.asJson());
            Asking asking = new Asking(Map.of("RUNSIDE_URL", "http://127.0.0.1:1"));
            new CommandLine(asking).parseArgs("--data", folder.toString());

            asking.connection.open().get("/x");

            assertThat(server.asked().authorization()).isEqualTo("Bearer rs_person_1");
        }
    }

    @Test
    void aFolderWithoutAPersonSaysWhatToDo() {
        Asking asking = new Asking(Map.of());
        new CommandLine(asking).parseArgs("--data", folder.toString());

        assertThatIOException()
                .isThrownBy(() -> asking.connection.open())
                .withMessage(
                        "No one is enrolled in "
                                + folder
                                + ". Start it: runside up --data "
                                + folder);
    }

    @Test
    void withoutAnyOfItTheRunsideThatRunsHereIsMeant() throws IOException {
        Home home = new Home(folder, folder, folder, folder.resolve("var"));
        Connection connection = new Connection(Map.of());

        assertThatIOException()
                .isThrownBy(() -> connection.data(home))
                .withMessageStartingWith("Nothing runs here. Start it: runside up");

        runsOn(home.demoData());
        assertThat(connection.data(home)).isEqualTo(new DataFolder(home.demoData()));

        runsOn(home.defaultData());
        assertThat(connection.data(home)).isEqualTo(new DataFolder(home.defaultData()));
    }

    private static void runsOn(Path data) throws IOException {
        ProcessHandle self = ProcessHandle.current();
        Files.createDirectories(data);
        Files.writeString(
                data.resolve("run.json"),
                """
                {"url": "u", "otlpUrl": "o", "startedAt": "2026-01-01T00:00:00Z",
                 "processes": [{"name": "server", "pid": %d, "startedAt": "%s"}]}
                """
                        .formatted(self.pid(), self.info().startInstant().orElseThrow()));
    }

    @Command
    private static final class Asking {
        @Mixin private final Connection connection;

        Asking(Map<String, String> environment) {
            connection = new Connection(environment);
        }
    }
}
