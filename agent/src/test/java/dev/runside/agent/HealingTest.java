package dev.runside.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The whole agent, as a process, with a real service and the server's end of the protocol. */
class HealingTest {

    private static final Map<String, String> RESTART =
            Map.of("type", "service", "verb", "restart", "name", "relay");

    @TempDir private Path data;
    private Playground playground;
    private FakeServer server;
    private AgentProcess agent;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        playground = new Playground(data);
        playground.startRelay();
        playground.writeConfig("");
        server = new FakeServer();
        agent = AgentProcess.start(data, server);
        Eventually.soon("the service answers", () -> !server.signals("answering").isEmpty());
    }

    @AfterEach
    void stop() throws IOException, InterruptedException {
        agent.close();
        server.close();
        playground.close();
    }

    @Test
    void aKilledServiceIsToldOfAtOnceAndRestartedWhenAsked() throws Exception {
        long before = playground.relay().find().orElseThrow().pid();

        long killed = System.nanoTime();
        ProcessHandle.of(before).orElseThrow().destroyForcibly();
        Eventually.soon("the signal", () -> !server.signals("process-gone").isEmpty());
        Duration took = Duration.ofNanos(server.arrival("process-gone") - killed);

        JsonNode signal = server.signals("process-gone").getFirst();
        assertThat(signal.path("subject").asString()).isEqualTo("hop:mail/relay");
        assertThat(signal.path("attributes").path("pid").asString())
                .isEqualTo(Long.toString(before));
        assertThat(took).isLessThan(Duration.ofSeconds(1));

        server.offer("step_1", RESTART, true);
        Eventually.soon("the report", () -> server.report("step_1").isPresent());
        JsonNode report = server.report("step_1").orElseThrow();
        System.out.printf(
                "SIGKILL to signal %d ms, restart %s ms%n",
                took.toMillis(), report.path("output").path("tookMs").asString());
        assertThat(report.path("outcome").asString()).isEqualTo("done");
        assertThat(report.path("output").path("state").asString()).isEqualTo("answering");
        long after = playground.relay().find().orElseThrow().pid();
        assertThat(report.path("output").path("pid").asString()).isEqualTo(Long.toString(after));
        Eventually.soon("answers again", () -> server.signals("answering").size() == 2);
    }
}
