package dev.runside.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The agent's command line, in processes of its own. */
class MainTest {

    @TempDir private Path data;

    @BeforeEach
    void configure() throws IOException {
        Files.writeString(data.resolve("agent.yaml"), "name: local\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    --help                               | 0 | Usage:
                    --version                            | 0 | runside-agent
                    --data DATA --check                  | 0 | agent.yaml is good.
                    --check                              | 2 | --data DIR is missing
                    --data                               | 2 | --data needs a value
                    --colour blue                        | 2 | Unknown option --colour
                    --data DATA --config DATA/none.yaml  | 2 | none.yaml: cannot be read
                    --data DATA --server ftp://x         | 2 | ftp://x is not an http:// or https:// address
                    --data DATA --server http://8.8.8.8  | 2 | use https://, or say --insecure
                    --data DATA --start relay            | 2 | agent.yaml has no service 'relay'; it has: none.
                    --data DATA                          | 2 | This agent is not enrolled and there is no token in
                    """)
    void theCommandLineIsAnsweredWithAStatusAndAWord(String line, int exit, String words)
            throws Exception {
        String[] arguments = line.replace("DATA", data.toString()).split(" ");

        AgentProcess agent = AgentProcess.start(data, arguments);

        assertThat(agent.exit()).as(agent.log()).isEqualTo(exit);
        assertThat(agent.log()).contains(words);
    }

    @Test
    void aServiceStartedByHandRunsOnAsTheAgentWouldHaveStartedIt() throws Exception {
        Path pidFile = data.resolve("relay.pid");
        Files.writeString(
                data.resolve("agent.yaml"),
                """
                name: local
                services:
                  - name: relay
                    hop: hop:mail/relay
                    command: [/bin/sleep, "60"]
                    pidFile: %s
                    logFile: %s
                """
                        .formatted(pidFile, data.resolve("relay.log")));

        AgentProcess first =
                AgentProcess.start(data, "--data", data.toString(), "--start", "relay");
        assertThat(first.exit()).as(first.log()).isZero();
        long pid = Long.parseLong(Files.readAllLines(pidFile).getFirst());
        try {
            AgentProcess second =
                    AgentProcess.start(data, "--data", data.toString(), "--start", "relay");

            assertThat(second.exit()).isZero();
            assertThat(ProcessHandle.of(pid)).isPresent();
            assertThat(second.log()).contains("relay ran already, process " + pid + ".");
        } finally {
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
        }
    }

    @Test
    void enrolmentUsesTheTokenOnceAndKeepsTheKeyForItself() throws Exception {
        try (FakeServer server = new FakeServer();
                AgentProcess agent = AgentProcess.start(data, server)) {
            Eventually.soon("connected", () -> !server.polls().isEmpty());

            assertThat(data.resolve("enroll-token")).doesNotExist();
            assertThat(
                            PosixFilePermissions.toString(
                                    Files.getPosixFilePermissions(data.resolve("key"))))
                    .isEqualTo("rw-------");
            assertThat(agent.log()).contains("Enrolled as agent:local").doesNotContain("rs_agent");
        }
    }

    @Test
    void aTokenThatTheServerDoesNotKnowIsForAPerson() throws Exception {
        try (FakeServer server = new FakeServer()) {
            Files.writeString(data.resolve("enroll-token"), "rs_enroll_wrong");

            AgentProcess agent =
                    AgentProcess.start(
                            data, "--data", data.toString(), "--server", server.uri().toString());

            assertThat(agent.exit()).isEqualTo(2);
            assertThat(agent.log())
                    .contains("refuses to enrol agent local: HTTP 401: the token is not known")
                    .doesNotContain("rs_enroll_wrong");
        }
    }

    @Test
    void theServerMayComeLaterThanTheAgent() throws Exception {
        int port = SmallService.freePort();
        Files.writeString(data.resolve("enroll-token"), FakeServer.TOKEN);
        String server = "http://127.0.0.1:" + port;
        try (AgentProcess agent =
                AgentProcess.start(data, "--data", data.toString(), "--server", server)) {
            Eventually.soon("it waits", () -> contains(agent, "Waiting for the server to enrol"));
            try (FakeServer late = new FakeServer(port)) {
                Eventually.soon("connected", () -> !late.polls().isEmpty());
            }
        }
    }

    @Test
    void aConfigurationThatNoAgentBeginsWithIsToldBesideIt() throws Exception {
        Path fault = data.resolve("config-fault");
        Files.writeString(data.resolve("agent.yaml"), "nane: local\n");

        AgentProcess asked = AgentProcess.start(data, "--data", data.toString(), "--check");
        assertThat(asked.exit()).isEqualTo(2);
        assertThat(fault).as("who only asks changes nothing").doesNotExist();

        AgentProcess begun = AgentProcess.start(data, "--data", data.toString());
        assertThat(begun.exit()).isEqualTo(2);
        assertThat(fault).content().contains("agent.yaml:1: nane");
    }

    @Test
    void twoAgentsCannotShareADirectory() throws Exception {
        try (FakeServer server = new FakeServer();
                AgentProcess first = AgentProcess.start(data, server)) {
            Eventually.soon("connected", () -> !server.polls().isEmpty());

            AgentProcess second = AgentProcess.start(data, server);

            assertThat(second.exit()).isEqualTo(2);
            assertThat(first.log()).contains("Another agent works in");
        }
    }

    @Test
    void withoutAConfigurationItServesUnderTheNameItIsGiven() throws Exception {
        Files.delete(data.resolve("agent.yaml"));
        Files.writeString(data.resolve("enroll-token"), FakeServer.TOKEN);
        try (FakeServer server = new FakeServer();
                AgentProcess agent =
                        AgentProcess.start(
                                data,
                                "--data",
                                data.toString(),
                                "--server",
                                server.uri().toString(),
                                "--name",
                                "bare")) {
            Eventually.soon("connected", () -> !server.polls().isEmpty());

            assertThat(agent.log()).contains("Enrolled as agent:bare");
            assertThat(server.polls().getFirst().path("services")).isEmpty();
        }
    }

    private static boolean contains(AgentProcess agent, String words) {
        try {
            return agent.log().contains(words);
        } catch (IOException e) {
            return false;
        }
    }
}
