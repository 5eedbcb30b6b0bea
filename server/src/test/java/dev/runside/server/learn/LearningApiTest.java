package dev.runside.server.learn;

import static dev.runside.server.MailCompany.AGENT;
import static dev.runside.server.MailCompany.gone;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.core.Ref;
import dev.runside.core.estate.Input;
import dev.runside.core.triage.Finding;
import dev.runside.server.ApiClient;
import dev.runside.server.ApiClient.Answer;
import dev.runside.server.MailCompanyTest;
import dev.runside.server.access.TestTokens;
import dev.runside.server.engine.Engine;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/** From what a person did three times to the runbook that does it the fourth time. */
@MailCompanyTest
class LearningApiTest {

    private static final String COMPANY =
            """
            apiVersion: runside.dev/v1
            kind: Product
            metadata: {name: %1$s}
            spec: {title: Post, owner: user:ada, hops: [{name: sorter, function: platform, service: %1$s}]}
            ---
            apiVersion: runside.dev/v1
            kind: Charter
            metadata: {name: %1$s-care}
            spec:
              holder: user:ada
              scope: [product:%1$s]
              rights: [{act: remediate, how: alone}, {act: apply, how: alone}]
            ---
            apiVersion: runside.dev/v1
            kind: Indicator
            metadata: {name: %1$s-answers}
            spec:
              title: Sorter answers
              subject: hop:%1$s/sorter
              layer: product
              function: platform
              ratio: {metric: sorted, where: {}, bad: {status: '5..'}}
              objective: 0.99
              findings: []
            """;

    @Autowired private ApplicationContext server;
    @Autowired private Engine engine;
    @LocalServerPort private int port;

    private ApiClient ada;
    private ApiClient dan;
    private ApiClient agent;

    @BeforeEach
    void enrol() {
        ada = new ApiClient(port, TestTokens.of(server).person("ada"));
        dan = new ApiClient(port, TestTokens.of(server).person("dan"));
        agent = new ApiClient(port, TestTokens.of(server).agent(AGENT.name()));
        engine.submit(new Input.AgentPolled(AGENT, "1", Set.of("relay"), false)).join();
    }

    @Test
    void whatAPersonDidThreeTimesARunbookDoesTheFourthTime() {
        Ref sorter = company("post");
        for (int time = 0; time < 3; time++) {
            resolvedBy(sorter, "restart", "It leaks sessions");
        }

        JsonNode proposal = proposal("learned-it-leaks-sessions");
        assertThat(proposal.path("owner").asString()).isEqualTo("user:ada");
        assertThat(proposal.path("missing").isEmpty()).isTrue();
        assertThat(proposal.path("from").findValuesAsString("cause"))
                .containsExactly("It leaks sessions", "It leaks sessions", "It leaks sessions");
        assertThat(proposal.at("/backtest/clean").asBoolean()).isTrue();
        assertThat(proposal.at("/backtest/runs").findValuesAsString("verdict"))
                .containsExactly("right", "right", "right");
        assertThat(proposal.path("definition").asString())
                .contains("when: \"incident.suspect == \\\"hop:post/sorter\\\"")
                .contains("run: {service: restart, name: \"relay\"}");

        assertThat(promote(dan, "learned-it-leaks-sessions").status()).isEqualTo(403);
        Answer promoted = promote(ada, "learned-it-leaks-sessions");
        assertThat(promoted.body().path("state").asString()).isEqualTo("promoted");
        assertThat(promote(ada, "learned-it-leaks-sessions").status()).isEqualTo(409);

        JsonNode fourth = opened(sorter);
        assertThat(fourth.at("/runs/0/runbook").asString()).isEqualTo("learned-it-leaks-sessions");
    }

    @Test
    void whatWouldHaveActedOnAnotherCauseMayNotActAlone() {
        Ref sorter = company("parcel");
        for (int time = 0; time < 3; time++) {
            resolvedBy(sorter, "restart", "The belt slips");
        }
        resolvedBy(sorter, "start", "Somebody pulled the plug");

        Answer refused = promote(ada, "learned-the-belt-slips");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body().path("detail").asString())
                .startsWith("It would have acted where it should not: #")
                .contains("(Somebody pulled the plug)");
        Answer observing =
                ada.post(
                        "/api/v1/proposals/learned-the-belt-slips/promote",
                        Map.of("stage", "observe"));
        assertThat(observing.status()).as(observing.toString()).isEqualTo(200);
    }

    @Test
    void theOwnerMayDismissIt() {
        Ref sorter = company("stamp");
        for (int time = 0; time < 3; time++) {
            resolvedBy(sorter, "restart", "Ink is out");
        }
        Map<String, String> reason = Map.of("reason", "a new printer comes");

        assertThat(dan.post("/api/v1/proposals/learned-ink-is-out/dismiss", reason).status())
                .isEqualTo(403);
        assertThat(
                        ada.post("/api/v1/proposals/learned-ink-is-out/dismiss", reason)
                                .body()
                                .at("/decided/reason")
                                .asString())
                .isEqualTo("a new printer comes");
        assertThat(promote(ada, "learned-ink-is-out").status()).isEqualTo(409);
    }

    @Test
    void whatIsAskedForWronglyIsNamedByItsField() {
        Ref sorter = company("label");
        String incident = opened(sorter).path("id").asString();

        Answer unknown = exec(ada, incident, Map.of("service", "explode", "name", "relay"));
        assertThat(unknown.body().path("detail").asString())
                .isEqualTo("service must be one of status, start, stop, restart");
        assertThat(exec(ada, incident, Map.of()).status()).isEqualTo(400);
        assertThat(exec(ada, incident, Map.of("command", List.of())).status()).isEqualTo(400);
        assertThat(
                        exec(
                                        ada,
                                        incident,
                                        Map.of(
                                                "service",
                                                "restart",
                                                "name",
                                                "relay",
                                                "timeoutSeconds",
                                                0))
                                .status())
                .isEqualTo(400);
        assertThat(exec(dan, incident, Map.of("service", "restart", "name", "relay")).status())
                .isEqualTo(403);
        assertThat(exec(ada, incident, Map.of("command", List.of("/bin/true"))).status())
                .as("no agent may run programs")
                .isEqualTo(409);
        assertThat(ada.get("/api/v1/proposals/none").status()).isEqualTo(404);
    }

    private Ref company(String name) {
        var root = new ApiClient(port, TestTokens.of(server).admin("root"));
        Answer applied =
                root.post(
                        "/api/v1/definitions",
                        Map.of(
                                "files",
                                List.of(
                                        Map.of(
                                                "name",
                                                name + ".yaml",
                                                "text",
                                                COMPANY.formatted(name)))));
        assertThat(applied.status()).as(applied.toString()).isEqualTo(200);
        return Ref.parse("hop:" + name + "/sorter");
    }

    private void resolvedBy(Ref hop, String verb, String cause) {
        String incident = opened(hop).path("id").asString();
        Answer asked = exec(ada, incident, Map.of("service", verb, "name", "relay"));
        assertThat(asked.status()).as(asked.toString()).isEqualTo(200);
        report(step());
        assertThat(incident(incident).at("/deeds/0/outcome").asString()).isEqualTo("done");
        engine.submit(
                        new Input.Cleared(
                                Finding.key("process-gone", hop, ""), Instant.now(), "it is back"))
                .join();
        Answer resolved =
                ada.post("/api/v1/incidents/" + incident + "/resolve", Map.of("cause", cause));
        assertThat(resolved.status()).as(resolved.toString()).isEqualTo(200);
    }

    private JsonNode opened(Ref hop) {
        engine.submit(new Input.Raised(gone(hop))).join();
        return ada.get("/api/v1/incidents?limit=200")
                .body()
                .path("items")
                .valueStream()
                .filter(incident ->
                        incident.at("/suspects/0/ref").asString().equals(hop.toString()))
                .findFirst()
                .map(incident -> incident(incident.path("id").asString()))
                .orElseThrow();
    }

    private JsonNode incident(String id) {
        return ada.get("/api/v1/incidents/" + id).body();
    }

    private static Answer exec(ApiClient by, String incident, Map<String, ?> what) {
        return by.post("/api/v1/incidents/" + incident + "/exec", what);
    }

    private JsonNode step() {
        Answer answer =
                agent.post(
                        "/api/v1/agents/poll",
                        Map.of(
                                "version",
                                "1",
                                "actions",
                                List.of("service"),
                                "services",
                                List.of(Map.of("name", "relay", "state", "gone", "may", true))));
        return answer.body().path("step");
    }

    private void report(JsonNode step) {
        assertThat(step.path("runbook").asString()).isEqualTo("exec by user:ada");
        agent.post(
                "/api/v1/agents/report",
                Map.of(
                        "key",
                        step.path("key").asString(),
                        "epoch",
                        step.path("epoch").asLong(),
                        "outcome",
                        "done",
                        "output",
                        Map.of("state", "answering")));
    }

    private JsonNode proposal(String name) {
        assertThat(ada.get("/api/v1/proposals").body().path("items").findValuesAsString("name"))
                .contains(name);
        return ada.get("/api/v1/proposals/" + name).body();
    }

    private static Answer promote(ApiClient by, String name) {
        return by.post("/api/v1/proposals/" + name + "/promote", Map.of());
    }
}
