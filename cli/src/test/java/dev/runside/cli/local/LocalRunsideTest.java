package dev.runside.cli.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runside.cli.client.Credentials;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalRunsideTest {

    private final List<String> told = Collections.synchronizedList(new ArrayList<>());
    @TempDir private Path folder;
    private Home home;
    private Settings settings;
    private LocalRunside runside;

    @BeforeEach
    void layOut() throws IOException {
        home = Installation.in(folder);
        DataFolder data = new DataFolder(folder.resolve("data"));
        settings = Settings.local(data, PortCheck.free(), PortCheck.free(), PortCheck.free());
        runside = new LocalRunside(home, settings, told::add);
    }

    @AfterEach
    void stop() {
        runside.close();
    }

    private Credentials startAll() throws IOException, InterruptedException {
        runside.startServer();
        Credentials ada = runside.enrolFirstPerson("ada").orElseThrow();
        runside.enrolAgent("local", ada);
        runside.startAgent("local");
        return ada;
    }

    private Optional<RunningProcess> running(String name) throws IOException {
        return RunFile.find(settings.data()).stream()
                .flatMap(run -> run.alive().stream())
                .filter(process -> process.name().equals(name))
                .findFirst();
    }

    @Test
    void aNewInstallationGetsItsFirstPersonAndAnEnrolledAgent() throws Exception {
        Credentials ada = startAll();

        assertThat(ada).isEqualTo(new Credentials(settings.url(), "rs_person_1", "user:ada"));
        assertThat(Credentials.find(settings.data().credentials())).contains(ada);
        assertThat(Files.getPosixFilePermissions(settings.data().credentials()))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        Path key = settings.data().agentKey();
        Eventually.find("the agent's key", () -> Optional.of(key).filter(Files::exists));
        assertThat(running("server")).isPresent();
        assertThat(running("agent")).isPresent();
        assertThat(running(RunFile.KEEPER).map(RunningProcess::pid))
                .contains(ProcessHandle.current().pid());
    }

    @Test
    void theFirstPersonIsKnownAtTheNextStart() throws Exception {
        Credentials first = startAll();
        runside.close();
        runside = new LocalRunside(home, settings, told::add);

        assertThat(startAll()).isEqualTo(first);
    }

    @Test
    void theFirstPersonFindsTheServerAtItsNewPort() throws Exception {
        startAll();
        runside.close();
        settings =
                Settings.local(
                        settings.data(), PortCheck.free(), PortCheck.free(), PortCheck.free());
        runside = new LocalRunside(home, settings, told::add);

        assertThat(startAll().url()).isEqualTo(settings.url());
        assertThat(Credentials.find(settings.data().credentials()).map(Credentials::url))
                .contains(settings.url());
    }

    @Test
    void closeLeavesNoProcessNoPortAndNoRunFile() throws Exception {
        startAll();
        RunFile run = RunFile.find(settings.data()).orElseThrow();

        runside.close();

        assertThat(run.alive()).extracting(RunningProcess::name).containsExactly(RunFile.KEEPER);
        assertThat(PortCheck.complaints(settings.listening(), home)).isEmpty();
        assertThat(RunFile.find(settings.data())).isEmpty();
    }

    @Test
    void aKilledServerIsStartedAgainAndSaidToHaveDied() throws Exception {
        startAll();
        RunningProcess first = running("server").orElseThrow();

        first.find().orElseThrow().destroyForcibly();

        RunningProcess second =
                Eventually.find(
                        "a second server",
                        () -> running("server").filter(server -> server.pid() != first.pid()));
        assertThat(second.lives()).isTrue();
        assertThat(told).anyMatch(line -> line.startsWith("The server ended by itself"));
    }

    @Test
    void aServerThatCannotStartIsQuotedWithTheWayToItsLog() {
        runside =
                new LocalRunside(
                        home,
                        settings.withServerArguments(List.of(StandInServer.CANNOT_START)),
                        told::add);

        assertThatThrownBy(runside::startServer)
                .isInstanceOf(StartFailedException.class)
                .hasMessageContaining("The server ended (code 4)")
                .hasMessageContaining("The database cannot be opened")
                .hasMessageContaining(settings.data().log("server").toString());
    }

    @Test
    void aTakenPortIsNamedWithItsFlagBeforeAnythingStarts() throws IOException {
        assertNamed(settings.listening().otlpPort(), "--otlp-port");
        assertThat(settings.data().log("server")).doesNotExist();
    }

    @Test
    void aTakenPortOfGrpcIsNamedLikewise() throws IOException {
        assertNamed(settings.listening().otlpGrpcPort(), "--otlp-grpc-port");
    }

    @Test
    void twoAtOnceOnOneDataFolderAreRefused() throws Exception {
        runside.startServer();
        Process second =
                new JavaProgram(home, "cli", home.asProperties(), upArguments())
                        .start(folder.resolve("second.log"));

        assertThat(second.waitFor()).isEqualTo(1);
        assertThat(folder.resolve("second.log")).content().contains("already runs on");
        assertThat(running("server")).isPresent();
    }

    @Test
    void whatAKilledKeeperLeftIsStoppedByTheNextStart() throws Exception {
        Process keeper =
                new JavaProgram(home, "cli", home.asProperties(), upArguments())
                        .start(folder.resolve("first.log"));
        RunningProcess left = Eventually.find("an agent", () -> running("agent"));
        keeper.destroyForcibly().waitFor();
        assertThat(left.lives()).isTrue();

        startAll();

        assertThat(left.lives()).isFalse();
        assertThat(told).anyMatch(line -> line.contains("that an earlier run left"));
    }

    @Test
    void stoppingFromOutsideEndsTheKeeperAndAllThatItKeeps() throws Exception {
        Process keeper =
                new JavaProgram(home, "cli", home.asProperties(), upArguments())
                        .start(folder.resolve("first.log"));
        RunningProcess agent = Eventually.find("an agent", () -> running("agent"));

        List<RunningProcess> stopped = new StopFromOutside(settings.data(), told::add).stop();

        assertThat(stopped)
                .extracting(RunningProcess::name)
                .containsExactlyInAnyOrder(RunFile.KEEPER, "server", "agent");
        assertThat(keeper.isAlive()).isFalse();
        assertThat(agent.lives()).isFalse();
        assertThat(told).isEmpty();
    }

    @Test
    void inTheBackgroundItIsStartedCompletely() throws Exception {
        RunFile run = new BackgroundRunside(home, settings.data()).start(upArguments());

        assertThat(run.alive())
                .extracting(RunningProcess::name)
                .containsExactly(RunFile.KEEPER, "server", "agent");
        new StopFromOutside(settings.data(), told::add).stop();
    }

    private void assertNamed(int port, String flag) throws IOException {
        try (ServerSocket _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(runside::startServer)
                    .isInstanceOf(StartFailedException.class)
                    .hasMessageContaining("Port " + port)
                    .hasMessageContaining("choose another with " + flag + ".")
                    .hasMessageNotContaining("--port.");
        }
    }

    private List<String> upArguments() {
        return List.of(
                "up",
                "--data",
                settings.data().path().toString(),
                "--port",
                "" + settings.listening().port(),
                "--otlp-port",
                "" + settings.listening().otlpPort(),
                "--otlp-grpc-port",
                "" + settings.listening().otlpGrpcPort());
    }
}
