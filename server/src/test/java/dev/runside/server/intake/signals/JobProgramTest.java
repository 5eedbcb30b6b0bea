package dev.runside.server.intake.signals;

import static dev.runside.server.intake.MailCatalog.RELAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.core.signal.Signal;
import dev.runside.server.intake.IntakeTest;
import dev.runside.server.intake.Sender;
import dev.runside.server.intake.StoredSignals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** {@code runside job}, the program itself, and a server that is there or away. */
@IntakeTest
class JobProgramTest {

    private static final String AWAY = "http://127.0.0.1:1";

    @TempDir private Path folder;

    @Autowired private Sender sender;
    @Autowired private ApplicationContext server;

    private StoredSignals stored;

    @BeforeEach
    void token() throws IOException {
        Path file =
                Files.createFile(
                        folder.resolve("cron.token"),
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, sender.source("product:mail") + "\n");
        stored = StoredSignals.fromNowOn(server);
    }

    @Test
    void itsExitCodeIsTheJobsAndTheServerKnowsTheRunWhenItEnds() throws Exception {
        int exit = job(there(), "echo moved 17 mails; exit 3");

        assertThat(exit).isEqualTo(3);
        assertThat(kinds()).containsExactly("job-started", "job-ended");
        Signal ended = stored.told().getLast();
        assertThat(ended.subject()).contains(RELAY);
        assertThat(ended.attribute("exit")).isEqualTo("3");
        assertThat(ended.attribute("output")).isEqualTo("moved 17 mails");
        assertThat(ended.attribute("tookMillis")).matches("\\d+");
    }

    @Test
    void whileTheServerIsAwayItEndsTheSameAndIsToldOfByTheNextOne() throws Exception {
        assertThat(job(AWAY, "exit 3")).isEqualTo(3);
        assertThat(stored.told()).isEmpty();

        assertThat(job(there(), "exit 0")).isZero();

        assertThat(kinds())
                .containsExactlyInAnyOrder("job-started", "job-ended", "job-started", "job-ended");
        assertThat(
                        stored.told().stream()
                                .filter(signal -> signal.kind().equals("job-ended"))
                                .map(signal -> signal.attribute("exit")))
                .containsExactly("3", "0");
        try (Stream<Path> waiting = Files.list(folder.resolve("spool"))) {
            assertThat(waiting).isEmpty();
        }
    }

    private List<String> kinds() {
        return stored.told().stream().map(Signal::kind).toList();
    }

    private String there() {
        return sender.uri("").toString();
    }

    private int job(String url, String script) throws Exception {
        Process job =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                "dev.runside.cli.Main",
                                "job",
                                "nightly",
                                "--for",
                                RELAY.toString(),
                                "--url",
                                url,
                                "--token-file",
                                folder.resolve("cron.token").toString(),
                                "--spool",
                                folder.resolve("spool").toString(),
                                "--",
                                "/bin/sh",
                                "-c",
                                script)
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("out").toFile())
                        .start();
        try {
            assertThat(job.waitFor(60, TimeUnit.SECONDS)).isTrue();
            return job.exitValue();
        } finally {
            job.destroyForcibly();
        }
    }
}
