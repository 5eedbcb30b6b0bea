package dev.runside.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.cli.client.ServerApi;
import dev.runside.cli.job.JobRun;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Jobs are real processes here. */
class JobCommandTest {

    private static final String SECRET = "very-secret-value";

    @TempDir private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void whileRunsideIsAwayTheJobRunsAllTheSameAndIsToldOfLater() throws Exception {
        int exit = run("http://127.0.0.1:1", "/bin/sh", "-c", "echo done; exit 3");

        assertThat(exit).isEqualTo(3);
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("done\n");
        assertThat(waiting()).isEqualTo(2);

        try (AnsweringServer server = AnsweringServer.with(202, "{}")) {
            assertThat(run(server.url(), "/bin/true")).isZero();

            assertThat(waiting()).isZero();
            JsonNode first = server.asked().body();
            JsonNode second = server.asked().body();
            assertThat(first.path("kind").asString()).isEqualTo("job-started");
            assertThat(second.path("kind").asString()).isEqualTo("job-ended");
            assertThat(second.path("attributes").path("exit").asString()).isEqualTo("3");
            assertThat(second.path("attributes").path("output").asString()).isEqualTo("done");
            assertThat(second.path("subject").asString()).isEqualTo("hop:mail/relay");
            assertThat(server.questions()).isGreaterThanOrEqualTo(2);
        }
    }

    @Test
    void itsLastFiftyLinesAreToldWithoutSecretsWhileAllOfThemArePassedOn() throws Exception {
        try (AnsweringServer server = AnsweringServer.with(202, "{}")) {
            run(
                    server.url(),
                    "/bin/sh",
                    "-c",
                    "i=0; while [ $i -lt 200 ]; do echo line $i; i=$((i+1)); done; echo $0",
                    SECRET);

            server.asked();
            String told = server.asked().body().path("attributes").path("output").asString();
            assertThat(told.lines().count()).isEqualTo(50);
            assertThat(told).contains("line 199").doesNotContain("line 100\n");
            assertThat(told).contains("[redacted API_TOKEN]").doesNotContain(SECRET);
            assertThat(out.toString(StandardCharsets.UTF_8)).contains("line 0\n", "line 199\n");
        }
    }

    @Test
    void whatIsForATerminalOnlyIsPassedOnAndNotTold() throws Exception {
        try (AnsweringServer server = AnsweringServer.with(202, "{}")) {
            run(server.url(), "/usr/bin/printf", "\\033[31mred\\033[0m\\000\\r\\tend");

            server.asked();
            assertThat(server.asked().body().path("attributes").path("output").asString())
                    .isEqualTo("red\tend");
            assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("\033[31mred");
        }
    }

    @Test
    void aProgramThatIsNotThereEndsAsAShellWouldSay() throws Exception {
        try (AnsweringServer server = AnsweringServer.with(202, "{}")) {
            assertThat(run(server.url(), "/nowhere/program")).isEqualTo(127);

            server.asked();
            assertThat(server.asked().body().path("attributes").path("exit").asString())
                    .isEqualTo("127");
        }
    }

    @Test
    void whatTheServerNeverTakesIsLetGoAndWhatItRefusesForNowWaits() throws Exception {
        try (AnsweringServer server = AnsweringServer.with(400, "{}")) {
            run(server.url(), "/bin/true");
            assertThat(waiting()).isZero();
        }
        try (AnsweringServer server = AnsweringServer.with(503, "{}")) {
            run(server.url(), "/bin/true");
            assertThat(waiting()).isEqualTo(2);
        }
    }

    @Test
    void aSignalIsPassedOnAndTheJobsOwnEndIsHandedBack() throws Exception {
        Process command =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                "dev.runside.cli.Main",
                                "job",
                                "nightly",
                                "--url",
                                "http://127.0.0.1:1",
                                "--spool",
                                folder.toString(),
                                "--",
                                "/bin/sh",
                                "-c",
                                "trap 'exit 7' TERM; echo ready; while :; do sleep 0.05; done")
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try (BufferedReader said = command.inputReader()) {
            assertThat(said.readLine()).isEqualTo("ready");
            command.destroy();

            assertThat(command.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(command.exitValue()).isEqualTo(7);
            assertThat(waiting()).isEqualTo(2);
        } finally {
            command.descendants().forEach(ProcessHandle::destroyForcibly);
            command.destroyForcibly();
        }
    }

    private int run(String url, String... arguments) throws InterruptedException {
        return new JobRun(
                        "nightly",
                        Optional.of("hop:mail/relay"),
                        folder,
                        () -> ServerApi.at(url, "a-token"),
                        Map.of("API_TOKEN", SECRET))
                .run(List.of(arguments), out, OutputStream.nullOutputStream());
    }

    private long waiting() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        }
    }
}
