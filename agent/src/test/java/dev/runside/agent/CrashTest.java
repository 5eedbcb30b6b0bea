package dev.runside.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.agent.process.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * The agent is killed (SIGKILL) at the boundaries of a step that must not be repeated: it appends a
 * line to a file. The line stands there once, or the step is reported as unknown.
 */
class CrashTest {

    @TempDir private Path data;
    private FakeServer server;
    private AgentProcess agent;
    private Path append;
    private Path appendAndLinger;

    @BeforeEach
    void start() throws IOException {
        append = Processes.script(data.resolve("append"), "echo line >> " + lines());
        appendAndLinger =
                Processes.script(
                        data.resolve("append-and-linger"),
                        "echo line >> " + lines(),
                        "echo $$ > " + data.resolve("lingering"),
                        "exec sleep 60");
        Files.writeString(
                data.resolve("agent.yaml"),
                "name: local\ncommands: [%s, %s]\n".formatted(append, appendAndLinger));
        server = new FakeServer();
        agent = AgentProcess.start(data, server);
    }

    @AfterEach
    void stop() {
        agent.close();
        server.close();
    }

    @Test
    void killedBetweenDoingAndReportingItReportsAfterwardsWhatItDid() throws Exception {
        server.losesReports(true);
        server.offer("step_1", command(append), false);
        Eventually.soon("done, and the report lost", () -> server.report("step_1").isPresent());

        agent.kill();
        int before = server.reports().size();
        server.losesReports(false);
        agent = AgentProcess.start(data, server);

        Eventually.soon("reported", () -> server.reports().size() > before);
        assertThat(outcome(server.reports().getLast())).isEqualTo("done");
        assertThat(Files.readAllLines(lines())).hasSize(1);
    }

    @Test
    void killedWhileDoingItReportsThatNobodyKnowsAndDoesNotDoItAgain() throws Exception {
        server.offer("step_1", command(appendAndLinger), false);
        Path lingering = data.resolve("lingering");
        Eventually.soon("it is being done", () -> lingering.toFile().length() > 1);

        agent.kill();
        agent = AgentProcess.start(data, server);

        Eventually.soon("reported", () -> server.report("step_1").isPresent());
        assertThat(outcome(server.reports().getLast())).isEqualTo("unknown");
        assertThat(Files.readAllLines(lines())).hasSize(1);
        Processes.signal("KILL", Long.parseLong(Files.readString(lingering).strip()));
    }

    @Test
    void killedBeforeItBeganItDoesItOnce() throws Exception {
        Eventually.soon("connected", () -> !server.polls().isEmpty());
        agent.kill();
        server.offer("step_1", command(append), false);

        agent = AgentProcess.start(data, server);

        Eventually.soon("reported", () -> server.report("step_1").isPresent());
        assertThat(outcome(server.reports().getLast())).isEqualTo("done");
        assertThat(Files.readAllLines(lines())).hasSize(1);
    }

    @Test
    void theServerGoneWhileItIsDoneHearsOfItLater() throws Exception {
        server.offer("step_1", Map.of("type", "wait", "ms", 500), true);
        Eventually.soon("taken", () -> polledWith("step_1"));

        server.away(true);
        Eventually.soon("a report in vain", server::turnedAReportAway);
        server.epoch(2);
        server.away(false);

        Eventually.soon("reported", () -> server.report("step_1").isPresent());
        assertThat(outcome(server.reports().getLast())).isEqualTo("done");
    }

    /** Many kills at moments that nobody chose: no line is ever written twice. */
    @Test
    void killedAtAnyMomentItNeverDoesAStepTwice() throws Exception {
        for (int round = 0; round < 6; round++) {
            String key = "step_" + round;
            Path file = data.resolve(key);
            Path script =
                    Processes.script(
                            data.resolve("append"), "echo line >> " + lines(), "echo x >> " + file);
            server.offer(key, command(script), false);
            Thread.sleep(40L * round);
            agent.kill();
            agent = AgentProcess.start(data, server);

            Eventually.soon("a report on " + key, () -> server.report(key).isPresent());
            String outcome = outcome(server.report(key).orElseThrow());
            assertThat(outcome).isIn("done", "unknown");
            int times = Files.exists(file) ? Files.readAllLines(file).size() : 0;
            assertThat(times).isEqualTo(outcome.equals("done") ? 1 : times).isLessThan(2);
        }
    }

    private boolean polledWith(String key) {
        return server.polls().stream()
                .anyMatch(poll -> poll.path("atWork").toString().contains(key));
    }

    private Path lines() {
        return data.resolve("lines");
    }

    private static Map<String, ?> command(Path program) {
        return Map.of("type", "command", "argv", List.of(program.toString()));
    }

    private static String outcome(JsonNode report) {
        return report.path("outcome").asString();
    }
}
