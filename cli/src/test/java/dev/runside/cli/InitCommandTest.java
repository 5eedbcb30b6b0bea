package dev.runside.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
                        "/usr/bin/relay",
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
                        "    command: [\"/usr/bin/relay\", \"-m\", \"say \\\"hello\\\"\"]\n",
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
        assertThat(Files.readString(catalog)).contains("name: post}");
    }

    @Test
    void wrongWordsAreNamed() {
        assertThat(init(NOBODY, "--product", "My Mail").err())
                .contains("product: 'My Mail' is not a name");
        assertThat(init(NOBODY, "--product", "mail", "--health", "localhost:8081").err())
                .contains("health: 'localhost:8081' is not an address");
        assertThat(init(NOBODY, "--product", "mail", "--command", "./relay").err())
                .contains("command: './relay' is not an absolute path");
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
