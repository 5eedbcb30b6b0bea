package dev.runside.bench.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.bench.crash.Checkpoint.Moment;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * A step that appends a line to a file is never done twice, wherever between dispatch and report
 * the server or the agent is killed: the line stands there once, or the step is unknown and a
 * person is paged.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StepCrashIT {

    private static final List<String> HOPS =
            List.of(
                    "undispatched",
                    "unheard",
                    "doing",
                    "unreported",
                    "unthanked",
                    "verifying",
                    "agent-before",
                    "agent-after",
                    "agent-unreported",
                    "both-unreported");

    private StepRig steps;
    private long began;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        steps = StepRig.start(folder, HOPS);
    }

    @AfterEach
    void open() {
        steps.gate().open();
    }

    @AfterAll
    void stop() throws Exception {
        steps.close();
    }

    @Test
    @Tag("long")
    void serverKilledBeforeTheDispatchIsStored() throws Exception {
        Stop diagnosis = steps.gate().stopOffer("undispatched-gone", "/diagnose/");
        strike("undispatched");
        diagnosis.awaitReached();
        Stop polls = steps.gate().stopPolls();
        diagnosis.letGo();
        JsonNode before =
                steps.awaitIncident(
                        "undispatched",
                        "a remedy that is not handed out",
                        incident -> isRemedy(incident.path("runs").path(0)));
        assertThat(lastStep(before).path("sentAt").isNull()).isTrue();

        steps.rig().killServer();
        polls.turnAway();
        steps.rig().startServer();

        healedOnce("undispatched");
    }

    @Test
    void serverKilledAfterTheDispatchIsStoredAndBeforeTheAgentHears() throws Exception {
        Stop offer = steps.gate().stopOffer("unheard-gone", "/remedy/append/");
        strike("unheard");
        offer.awaitReached();

        steps.rig().killServer();
        offer.turnAway();
        steps.rig().startServer();

        healedOnce("unheard");
    }

    @Test
    void serverKilledWhileTheAgentIsDoingIt() throws Exception {
        Stop before = steps.checkpoint().stopAt("doing", Moment.BEFORE);
        strike("doing");
        before.awaitReached();

        steps.rig().killServer();
        before.letGo();
        steps.rig().startServer();

        healedOnce("doing");
    }

    @Test
    @Tag("long")
    void serverKilledAfterItIsDoneAndBeforeTheReport() throws Exception {
        Stop report = steps.gate().stopReport("append");
        strike("unreported");
        report.awaitReached();
        assertThat(steps.lines("unreported")).isOne();

        steps.rig().killServer();
        report.turnAway();
        steps.rig().startServer();

        healedOnce("unreported");
    }

    @Test
    @Tag("long")
    void serverKilledAfterTheReportIsReceived() throws Exception {
        Stop receipt = steps.gate().stopReceipt("append");
        strike("unthanked");
        receipt.awaitReached();

        steps.rig().killServer();
        receipt.turnAway();
        steps.rig().startServer();

        healedOnce("unthanked");
    }

    @Test
    @Tag("long")
    void serverKilledWhileTheRunIsVerified() throws Exception {
        strike("verifying");
        steps.awaitPhase("verifying", "verify");

        steps.rig().killServer();
        steps.rig().startServer();

        JsonNode incident = healedOnce("verifying");
        assertThat(incident.path("timeline").toString()).contains("the server began anew");
    }

    @Test
    void agentKilledBeforeTheLineIsWritten() throws Exception {
        Stop before = steps.checkpoint().stopAt("agent-before", Moment.BEFORE);
        strike("agent-before");
        before.awaitReached();

        steps.rig().killAgent();
        before.turnAway();
        steps.rig().startAgent();

        unknownAndPaged("agent-before");
        assertThat(steps.lines("agent-before")).isZero();
    }

    @Test
    void agentKilledAfterTheLineIsWrittenAndBeforeItWroteThatDown() throws Exception {
        Stop after = steps.checkpoint().stopAt("agent-after", Moment.AFTER);
        strike("agent-after");
        after.awaitReached();

        steps.rig().killAgent();
        after.letGo();
        steps.rig().startAgent();

        unknownAndPaged("agent-after");
        assertThat(steps.lines("agent-after")).isOne();
    }

    @Test
    void agentKilledAfterItWroteTheOutcomeDownAndBeforeTheReport() throws Exception {
        Stop report = steps.gate().stopReport("append");
        strike("agent-unreported");
        report.awaitReached();

        steps.rig().killAgent();
        report.turnAway();
        steps.rig().startAgent();

        healedOnce("agent-unreported");
    }

    @Test
    void bothKilledAfterItIsDoneAndBeforeTheReport() throws Exception {
        Stop report = steps.gate().stopReport("append");
        strike("both-unreported");
        report.awaitReached();

        steps.rig().killServerAndDatabase();
        steps.rig().killAgent();
        report.turnAway();
        steps.rig().startServer();
        steps.rig().startAgent();

        healedOnce("both-unreported");
    }

    private void strike(String hop) {
        began = System.nanoTime();
        steps.victim(hop).kill();
    }

    private static boolean isRemedy(JsonNode run) {
        return run.path("phase").asString("").equals("remedy");
    }

    private static JsonNode lastStep(JsonNode incident) {
        return incident.path("runs").path(0).path("steps").valueStream().toList().getLast();
    }

    private JsonNode healedOnce(String hop) throws Exception {
        JsonNode incident =
                steps.awaitIncident(
                        hop, "closed", it -> it.path("state").asString().equals("closed"));
        tell(hop, incident);
        assertThat(steps.lines(hop)).isOne();
        assertThat(steps.checkpoint().attempts(hop)).isOne();
        assertThat(incident.path("tier").asString()).isEqualTo("routine");
        assertThat(incident.path("runs").findValuesAsString("phase")).contains("verified");
        assertThat(StepRig.paged(incident)).isEmpty();
        assertThat(steps.victim(hop).answers()).isTrue();
        return incident;
    }

    /** Nothing more is done to it by itself: then a person puts it right. */
    private void unknownAndPaged(String hop) throws Exception {
        JsonNode incident = steps.awaitIncident(hop, "paged", it -> !StepRig.paged(it).isEmpty());
        tell(hop, incident);
        assertThat(StepRig.paged(incident)).containsExactly("user:ada");
        assertThat(incident.path("runs").path(0).path("phase").asString()).isEqualTo("unknown");
        assertThat(incident.path("tier").asString()).isEqualTo("novel");
        assertThat(steps.checkpoint().attempts(hop)).isOne();
        assertThat(steps.victim(hop).find()).isEmpty();
        steps.victim(hop).start();
        steps.awaitIncident(
                hop, "recovered", it -> it.path("state").asString().equals("recovered"));
    }

    private void tell(String hop, JsonNode incident) throws Exception {
        System.out.printf(
                "%-18s %-9s lines %d  tries %d  paged %-11s %5.1f s%n",
                hop,
                incident.path("runs").path(0).path("phase").asString(),
                steps.lines(hop),
                steps.checkpoint().attempts(hop),
                StepRig.paged(incident),
                (System.nanoTime() - began) / 1e9);
    }
}
