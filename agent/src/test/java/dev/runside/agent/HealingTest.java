package dev.runside.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.agent.process.Processes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
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

        ProcessHandle.of(before).orElseThrow().destroyForcibly();
        Eventually.soon("the signal", () -> !server.signals("process-gone").isEmpty());

        JsonNode signal = server.signals("process-gone").getFirst();
        assertThat(signal.path("subject").asString()).isEqualTo("hop:mail/relay");
        assertThat(signal.path("attributes").path("pid").asString())
                .isEqualTo(Long.toString(before));

        server.offer("step_1", RESTART, true);
        Eventually.soon("the report", () -> server.report("step_1").isPresent());
        JsonNode report = server.report("step_1").orElseThrow();
        assertThat(report.path("outcome").asString()).isEqualTo("done");
        assertThat(report.path("output").path("state").asString()).isEqualTo("answering");
        long after = playground.relay().find().orElseThrow().pid();
        assertThat(report.path("output").path("pid").asString()).isEqualTo(Long.toString(after));
        Eventually.soon("answers again", () -> server.signals("answering").size() == 2);
    }

    @Test
    void aSuspendedServiceIsToldOfAfterThreeMissesAndKilledByTheRestart() throws Exception {
        long before = playground.relay().find().orElseThrow().pid();
        Processes.signal("STOP", before);
        long begun = System.nanoTime();

        Eventually.soon("the signal", () -> !server.signals("no-answer").isEmpty());
        Duration took = Duration.ofNanos(System.nanoTime() - begun);

        JsonNode attributes = server.signals("no-answer").getFirst().path("attributes");
        assertThat(took).isGreaterThan(Duration.ofMillis(2900));
        assertThat(attributes.path("misses").asString()).isEqualTo("3");
        assertThat(Long.parseLong(attributes.path("sinceMs").asString())).isGreaterThan(2999);

        server.offer("step_1", RESTART, true);
        Eventually.soon("the report", () -> server.report("step_1").isPresent());
        assertThat(server.report("step_1").orElseThrow().path("outcome").asString())
                .isEqualTo("done");
        assertThat(ProcessHandle.of(before)).isEmpty();
        assertThat(server.signals("process-gone")).isEmpty();
    }

    @Test
    void aShortPauseIsNotToldOf() throws Exception {
        long pid = playground.relay().find().orElseThrow().pid();
        Processes.signal("STOP", pid);
        Thread.sleep(1000);
        Processes.signal("CONT", pid);

        int metrics = server.metrics().size();
        Eventually.soon("three more seconds", () -> server.metrics().size() >= metrics + 3);

        assertThat(server.signals("no-answer")).isEmpty();
        assertThat(server.signals("process-gone")).isEmpty();
    }

    @Test
    void aServiceStoppedOnRequestIsNoNews() throws Exception {
        server.offer("step_1", Map.of("type", "service", "verb", "stop", "name", "relay"), true);
        Eventually.soon("the report", () -> server.report("step_1").isPresent());
        assertThat(server.report("step_1").orElseThrow().path("output").path("state").asString())
                .isEqualTo("gone");

        int polls = server.polls().size();
        Eventually.soon("two seconds of polls", () -> server.polls().size() >= polls + 10);

        assertThat(server.signals("process-gone")).isEmpty();
        assertThat(playground.relay().find()).isEmpty();
    }

    @Test
    void statusChangesNothingAndSaysWhatItSees() throws Exception {
        long pid = playground.relay().find().orElseThrow().pid();

        server.offer("step_1", Map.of("type", "service", "verb", "status", "name", "relay"), true);

        Eventually.soon("the report", () -> server.report("step_1").isPresent());
        JsonNode output = server.report("step_1").orElseThrow().path("output");
        assertThat(output.path("state").asString()).isEqualTo("answering");
        assertThat(output.path("pid").asString()).isEqualTo(Long.toString(pid));
    }

    @Test
    void whatHappensWhileTheServerIsAwayIsToldOnceItIsBack() throws Exception {
        server.away(true);
        Instant killed = Instant.now();
        ProcessHandle.of(playground.relay().find().orElseThrow().pid())
                .orElseThrow()
                .destroyForcibly();
        Eventually.soon("it is noticed", () -> playground.relay().find().isEmpty());
        Thread.sleep(500);

        server.away(false);

        Eventually.soon("the signal", () -> !server.signals("process-gone").isEmpty());
        JsonNode signal = server.signals("process-gone").getFirst();
        assertThat(Instant.parse(signal.path("time").asString()))
                .isBetween(killed.minusMillis(1), Instant.now());
    }

    @Test
    void probeResultsAreSentAsDeltasEverySecond() throws Exception {
        Eventually.soon("metrics", () -> server.metrics().size() >= 2);

        JsonNode resource = server.metrics().getLast().path("resourceMetrics").path(0);
        JsonNode metric = resource.path("scopeMetrics").path(0).path("metrics").path(0);
        JsonNode point = metric.path("sum").path("dataPoints").path(0);
        assertThat(resource.at("/resource/attributes/0/value/stringValue").asString())
                .isEqualTo("relay");
        assertThat(metric.path("name").asString()).isEqualTo("runside.probe");
        assertThat(metric.path("sum").path("aggregationTemporality").asInt()).isEqualTo(1);
        assertThat(Long.parseLong(point.path("asInt").asString())).isPositive();
        assertThat(point.path("attributes").toString())
                .contains("hop:mail/relay", "{\"stringValue\":\"ok\"}");
        long span =
                Long.parseLong(point.path("timeUnixNano").asString())
                        - Long.parseLong(point.path("startTimeUnixNano").asString());
        assertThat(Duration.ofNanos(span)).isGreaterThan(Duration.ofMillis(900));
    }

    @Test
    void theServerLearnsWhatTheAgentCanDoAndSees() throws Exception {
        Eventually.soon("a poll", () -> !server.polls().isEmpty());
        JsonNode poll = server.polls().getLast();

        assertThat(poll.path("actions").toString()).isEqualTo("[\"service\",\"wait\"]");
        assertThat(poll.path("services").path(0).path("name").asString()).isEqualTo("relay");
        assertThat(poll.path("services").path(0).path("may").asBoolean()).isTrue();
        assertThat(poll.path("hold").asBoolean()).isFalse();
    }

    @Test
    void aChangedConfigurationIsFollowedAndABrokenOneIsNot() throws Exception {
        Path config = data.resolve("agent.yaml");
        String good = Files.readString(config);
        Files.writeString(config, good + "commands: relative\n");
        Eventually.soon("it is refused", () -> log().contains("The change is not followed"));
        Path fault = data.resolve("config-fault");
        Eventually.soon("it is told", () -> Files.exists(fault));
        assertThat(fault).content().contains("agent.yaml:");

        Files.writeString(config, good.replace("[status, restart, start, stop]", "[status]"));
        Eventually.soon("it is followed", () -> log().contains("was read again"));
        assertThat(fault).doesNotExist();
        server.offer("step_1", RESTART, true);

        Eventually.soon("the report", () -> server.report("step_1").isPresent());
        JsonNode report = server.report("step_1").orElseThrow();
        assertThat(report.path("outcome").asString()).isEqualTo("refused");
        assertThat(report.path("reason").asString()).contains("does not allow restart");
    }

    @Test
    void theEmergencyCardIsTakenFromTheServer() throws Exception {
        server.card(server.signed("{\"issuedAt\":\"2026-03-01T10:00:00Z\",\"people\":[]}"));

        Path card = data.resolve("card.json");
        Eventually.soon("the card", () -> Files.exists(card));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(card)))
                .isEqualTo("rw-------");
    }

    @Test
    void aHoldFileIsHonouredAndTold() throws Exception {
        Files.createFile(data.resolve("hold"));

        server.offer("step_1", RESTART, true);

        Eventually.soon("the report", () -> server.report("step_1").isPresent());
        assertThat(server.report("step_1").orElseThrow().path("outcome").asString())
                .isEqualTo("refused");
        Eventually.soon("told", () -> server.polls().getLast().path("hold").asBoolean());
    }

    @Test
    void aServerThatHoldsAndAnswersAtOnceIsNotAskedWithoutAPause() throws Exception {
        server.hold(true);
        int first = server.polls().size();
        Eventually.soon("it hears of the hold", () -> server.polls().size() > first + 1);
        int before = server.polls().size();
        Thread.sleep(1000);

        assertThat(server.polls().size() - before).isLessThan(8);
        assertThat(server.polls().getLast().path("hold").asBoolean()).isFalse();
    }

    @Test
    void anAgentKilledInTheMiddleOfARestartLeavesOneServiceInTheEnd() throws Exception {
        long before = playground.relay().find().orElseThrow().pid();
        server.offer("step_1", RESTART, true);
        Eventually.soon("the old one is ended", () -> ProcessHandle.of(before).isEmpty());

        agent.kill();
        agent = AgentProcess.start(data, server);

        Eventually.soon("the report", () -> server.report("step_1").isPresent());
        assertThat(server.report("step_1").orElseThrow().path("outcome").asString())
                .isEqualTo("done");
        Eventually.soon("one is left", () -> playground.relays().size() == 1);
        assertThat(playground.relays().getFirst())
                .isEqualTo(playground.relay().find().orElseThrow().pid());
    }

    private String log() {
        try {
            return agent.log();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
