package dev.runside.agent.process;

import static dev.runside.agent.process.Processes.launch;
import static dev.runside.agent.process.Processes.lives;
import static dev.runside.agent.process.Processes.service;
import static dev.runside.agent.process.Processes.soon;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.agent.Eventually;
import dev.runside.agent.SmallService;
import dev.runside.agent.time.Deadline;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceProcessTest {

    private static final Duration GRACE = Duration.ofMillis(500);

    @TempDir private Path directory;
    private ServiceProcess service;

    @BeforeEach
    void prepare() {
        service = service(directory, GRACE);
    }

    @AfterEach
    void clean() throws Exception {
        service.endStrays();
        service.stop(soon());
    }

    @Test
    void outlivesWhoeverStartedIt() throws Exception {
        Process starter =
                new ProcessBuilder(
                                SmallService.java(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                Starter.class.getName(),
                                directory.toString())
                        .start();
        ServiceProcess sleep =
                new ServiceProcess(directory.resolve("sleep.pid"), Health.none(), GRACE);
        try {
            Eventually.soon("the process", () -> sleep.find().isPresent());
            long pid = sleep.find().orElseThrow().pid();

            starter.destroyForcibly().waitFor();

            assertThat(lives(pid)).isTrue();
            assertThat(sleep.look(GRACE).state()).isEqualTo(ServiceState.ANSWERING);
        } finally {
            starter.destroyForcibly().waitFor();
            sleep.stop(soon());
        }
    }

    @Test
    void aStartedProcessIsNotStartedTwice() throws Exception {
        Sighting first = service.start(launch(directory, "/bin/sleep", "60"), soon());
        Sighting second = service.start(launch(directory, "/bin/sleep", "60"), soon());

        assertThat(second).isEqualTo(first);
        assertThat(second.state()).isEqualTo(ServiceState.ANSWERING);
    }

    @Test
    void restartEndsTheOldProcessAndWaitsForTheNewOneToAnswer() throws Exception {
        int port = SmallService.freePort();
        ServiceProcess small =
                new ServiceProcess(
                        directory.resolve("small.pid"),
                        Health.of(URI.create("http://127.0.0.1:" + port + "/health")),
                        GRACE);
        Launch launch = launch(directory, SmallService.command(port).toArray(String[]::new));
        try {
            long before = small.start(launch, soon()).pid().orElseThrow();

            Sighting after = small.restart(launch, soon());

            assertThat(after.state()).isEqualTo(ServiceState.ANSWERING);
            assertThat(after.pid().orElseThrow()).isNotEqualTo(before);
            assertThat(lives(before)).isFalse();
        } finally {
            small.stop(soon());
        }
    }

    @Test
    void aSuspendedProcessIsHungAndARestartKillsItWithoutWaiting() throws Exception {
        ServiceProcess patient = service(directory, Duration.ofMinutes(1));
        Launch launch = launch(directory, "/bin/sleep", "60");
        long before = patient.start(launch, soon()).pid().orElseThrow();
        Processes.signal("STOP", before);
        Eventually.soon("suspended", () -> state(patient) == ServiceState.HUNG);

        long begun = System.nanoTime();
        Sighting after = patient.restart(launch, soon());

        assertThat(after.state()).isEqualTo(ServiceState.ANSWERING);
        assertThat(lives(before)).isFalse();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void aProcessThatIgnoresSigtermIsKilledAfterItsGrace() throws Exception {
        Path deaf =
                Processes.script(
                        directory.resolve("deaf"),
                        "trap '' TERM",
                        "touch " + directory.resolve("ready"),
                        "while :; do sleep 1; done");
        long pid = service.start(launch(directory, deaf.toString()), soon()).pid().orElseThrow();
        Eventually.soon("the trap is set", () -> Files.exists(directory.resolve("ready")));

        Sighting after = service.stop(soon());

        assertThat(after.state()).isEqualTo(ServiceState.GONE);
        assertThat(lives(pid)).isFalse();
        assertThat(service.named()).isEmpty();
    }

    @Test
    void aProcessThatEndsAtOnceIsNotWaitedFor() throws Exception {
        ServiceProcess asked =
                new ServiceProcess(
                        directory.resolve("service.pid"),
                        Health.of(URI.create("tcp://127.0.0.1:" + SmallService.freePort())),
                        GRACE);

        Sighting found =
                asked.start(launch(directory, "/bin/false"), Deadline.in(Duration.ofSeconds(30)));

        assertThat(found.state()).isEqualTo(ServiceState.GONE);
        assertThat(found.reason()).contains("ended at once with 1");
    }

    @Test
    void aStartWhoseTimeIsUpBeforeTheAnswerFindsItHung() throws Exception {
        ServiceProcess asked =
                new ServiceProcess(
                        directory.resolve("service.pid"),
                        Health.of(URI.create("tcp://127.0.0.1:" + SmallService.freePort())),
                        GRACE);
        long begun = System.nanoTime();

        Sighting found =
                asked.restart(
                        launch(directory, "/bin/sleep", "60"), Deadline.in(Duration.ofMillis(700)));

        assertThat(found.state()).isEqualTo(ServiceState.HUNG);
        assertThat(found.reason()).isEqualTo("connection refused");
        assertThat(Duration.ofNanos(System.nanoTime() - begun))
                .isBetween(Duration.ofMillis(690), Duration.ofSeconds(5));
    }

    @Test
    void aPidThatWasGivenToAnotherProcessIsNotTheService() throws Exception {
        Process other = new ProcessBuilder("/bin/sleep", "60").start();
        try {
            long mark = ProcessTable.SYSTEM.find(other.pid()).orElseThrow().startMark();
            Files.writeString(
                    directory.resolve("service.pid"), other.pid() + "\n" + (mark - 1) + "\n");

            assertThat(service.look(GRACE).state()).isEqualTo(ServiceState.GONE);
            service.stop(soon());
            assertThat(other.isAlive()).isTrue();
        } finally {
            other.destroyForcibly();
        }
    }

    @Test
    void aPidFileOfAnotherWriterIsUnderstood() throws Exception {
        Process other = new ProcessBuilder("/bin/sleep", "60").start();
        try {
            Files.writeString(
                    directory.resolve("service.pid"), other.pid() + "\n/var/lib/data\n1699\n");

            assertThat(service.look(GRACE).state()).isEqualTo(ServiceState.ANSWERING);
        } finally {
            other.destroyForcibly();
        }
    }

    @Test
    void whatAKilledServiceLeftBehindIsEndedBeforeTheNextStart() throws Exception {
        Path parent =
                Processes.script(
                        directory.resolve("parent"),
                        "sleep 60 &",
                        "echo $! > " + directory.resolve("child.pid"),
                        "wait");
        Launch launch = launch(directory, parent.toString());
        long leader = service.start(launch, soon()).pid().orElseThrow();
        long child = awaitPid(directory.resolve("child.pid"));
        ProcessHandle.of(leader).orElseThrow().destroyForcibly();
        Eventually.soon("killed", () -> !lives(leader));
        assertThat(lives(child)).isTrue();

        service.start(launch(directory, "/bin/sleep", "60"), soon());

        Eventually.soon("the child is ended", () -> !lives(child));
    }

    @Test
    void aProcessWhoseStarterDiedBeforeWritingThePidFileIsFoundAndEnded() throws Exception {
        Process stray =
                Detached.start(
                        launch(directory, "/bin/sleep", "60"), directory.resolve("service.pid"));
        Sighting known = service.start(launch(directory, "/bin/sleep", "60"), soon());

        service.endStrays();

        Eventually.soon("the stray is ended", () -> !stray.isAlive());
        assertThat(lives(known.pid().orElseThrow())).isTrue();
    }

    @Test
    void onlyAFewSettingsOfTheStarterAreSeenByTheService() throws Exception {
        Launch launch =
                new Launch(
                        List.of("/usr/bin/env"),
                        directory,
                        Map.of("GIVEN", "to it"),
                        directory.resolve("service.log"));

        service.start(launch, soon());

        Path log = directory.resolve("service.log");
        Eventually.soon("the settings", () -> read(log).contains("GIVEN=to it"));
        assertThat(read(log).lines().map(line -> line.replaceFirst("=.*", "")))
                .isSubsetOf(
                        "PATH",
                        "HOME",
                        "USER",
                        "LOGNAME",
                        "LANG",
                        "LC_ALL",
                        "LC_CTYPE",
                        "TZ",
                        "TMPDIR",
                        "GIVEN",
                        Detached.MARK);
    }

    private static ServiceState state(ServiceProcess process) {
        try {
            return process.look(GRACE).state();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static long awaitPid(Path file) throws InterruptedException {
        Eventually.soon("a pid in " + file, () -> !read(file).isBlank());
        return Long.parseLong(read(file).strip());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException missing) {
            return "";
        }
    }
}
