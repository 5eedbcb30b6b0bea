package dev.runside.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.cli.local.DataFolder;
import dev.runside.cli.local.Running;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class InitCommandTest {

    private static final Interview NOBODY = (_, _) -> Optional.empty();

    @TempDir private Path folder;
    private Path catalog;
    private Path agent;

    @BeforeEach
    void installation() {
        System.setProperty("runside.home", folder.toString());
        System.setProperty("runside.dist", folder.toString());
        System.setProperty("runside.java", folder.toString());
        catalog = folder.resolve("mine/catalog.yaml");
        agent = folder.resolve("var/data/agent/agent.yaml");
    }

    @AfterEach
    void noInstallation() {
        List.of("runside.home", "runside.dist", "runside.java").forEach(System::clearProperty);
    }

    @Test
    void flagsAreEnough() throws IOException {
        Said said =
                init(
                        NOBODY,
                        "--product",
                        "mail",
                        "--hop",
                        "relay",
                        "--service",
                        "Mail.Relay",
                        "--person",
                        "ada",
                        "--health",
                        "http://127.0.0.1:8081/health",
                        "--command",
                        "/bin/sh",
                        "-m",
                        "say \"hello\"");

        assertThat(said.code()).as(said.err()).isZero();
        assertThat(said.out()).contains(catalog.toString(), agent.toString(), "runside apply -f");
        assertThat(catalog)
                .content()
                .contains(
                        "metadata: {name: ada}",
                        "owner: user:ada ",
                        "path: [hop:mail/relay]",
                        "{metric: runside.probe, bad: {result: miss}}",
                        "  stage: act ")
                .doesNotContain("${", "[probed]", "stage: observe");
        assertThat(agent)
                .content()
                .contains(
                        "  - name: Mail.Relay\n    hop: hop:mail/relay\n",
                        "    health: http://127.0.0.1:8081/health\n",
                        "    command: [\"/bin/sh\", \"-m\", \"say \\\"hello\\\"\"]\n",
                        "    may: [status, start, stop, restart]\n")
                .doesNotContain("${", "[started]");
    }

    @Test
    void whatNoFlagSaysIsAskedFor() throws IOException {
        Queue<String> answers = new ArrayDeque<>(List.of("mail", "relay", "relay", "ada", "none"));
        Interview scripted = (_, _) -> Optional.of(answers.remove());

        assertThat(init(scripted).code()).isZero();

        assertThat(answers).isEmpty();
        assertThat(catalog)
                .content()
                .contains("metric: http.server.request.duration", "stage: observe")
                .doesNotContain("runside.probe");
        assertThat(agent).content().contains("    may: [status]\n").doesNotContain("health:");
    }

    @Test
    void withNobodyToAskTheProductMustBeSaid() {
        Said said = init(NOBODY);

        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains("Say --product NAME");
        assertThat(catalog).doesNotExist();
    }

    @Test
    void whatIsThereIsReplacedOnlyByForce() throws IOException {
        init(NOBODY, "--product", "mail");
        Said again = init(NOBODY, "--product", "post");
        Said forced = init(NOBODY, "--product", "post", "--force");

        assertThat(again.code()).isEqualTo(1);
        assertThat(again.err()).contains("is there already; --force replaces it");
        assertThat(forced.code()).isZero();
        assertThat(forced.out())
                .as("what the files said before is in force, and must go")
                .contains("apply -f " + catalog.getParent() + " --prune\n");
        assertThat(Files.readString(catalog)).contains("name: post}");
    }

    @Test
    void wrongWordsAreNamed() {
        assertThat(init(NOBODY, "--product", "My Mail").err())
                .contains("product: 'My Mail' is not a name");
        assertThat(init(NOBODY, "--product", "mail", "--health", "localhost:8081").err())
                .contains("health: 'localhost:8081' is not an address");
        assertThat(init(NOBODY, "--product", "mail", "--command", "./relay").err())
                .contains("command: there is no program './relay'");
        assertThat(init(NOBODY, "--product", "mail", "--metric", "{}").err())
                .contains("metric: '{}' is not a metric's name");
    }

    @Test
    void aProgramIsFoundAsAShellWouldFindIt() throws IOException {
        init(NOBODY, "--product", "mail", "--command", "sh", "-c", "exit");

        assertThat(agent).content().containsPattern("command: \\[\"/.*/sh\", \"-c\", \"exit\"\\]");
    }

    @Test
    void aMetricIsCountedInsteadOfHealthChecks() throws IOException {
        init(
                NOBODY,
                "--product",
                "mail",
                "--health",
                "http://127.0.0.1:8081/health",
                "--metric",
                "mail.sent");

        assertThat(catalog)
                .content()
                .contains("ratio: {metric: mail.sent, bad:")
                .doesNotContain("runside.probe");
    }

    @Test
    void theNextCommandsAreThoseThatAreStillToBeGiven() {
        assertThat(init(NOBODY, "--product", "mail").out())
                .contains("  runside up --background\n  runside apply -f ")
                .doesNotContain("service start");
        assertThat(init(NOBODY, "--product", "mail", "--force", "--command", "sh").out())
                .endsWith("  runside service start web\n");
    }

    @Test
    void aRunsideThatRunsGivesATokenForTheProductsTelemetry() throws IOException {
        try (AnsweringServer server = AnsweringServer.with(200, "{\"token\":\"rs_source_x\"}")) {
            Running.on(new DataFolder(folder.resolve("var/data")), server.url());

            Said said = init(NOBODY, "--product", "mail", "--command", "sh");

            assertThat(said.out()).doesNotContain("runside up", "rs_source_x");
            assertThat(server.asked().body().path("speaksFor").path(0).asString())
                    .isEqualTo("product:mail");
        }
        assertThat(agent)
                .content()
                .contains(
                        "      OTEL_EXPORTER_OTLP_ENDPOINT: http://127.0.0.1:4318\n",
                        "      OTEL_EXPORTER_OTLP_HEADERS: Authorization=Bearer%20rs_source_x\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(agent)))
                .isEqualTo("rw-------");
    }

    private Said init(Interview interview, String... rest) {
        String[] arguments = new String[rest.length + 2];
        arguments[0] = "--dir";
        arguments[1] = folder.resolve("mine").toString();
        System.arraycopy(rest, 0, arguments, 2, rest.length);
        CommandLine command =
                new CommandLine(new InitCommand(interview))
                        .setExecutionExceptionHandler(Main::explain);
        return Said.by(command, arguments);
    }
}
