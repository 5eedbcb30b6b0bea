package dev.runside.server.respond;

import static dev.runside.server.MailCompany.AGENT;
import static dev.runside.server.MailCompany.HEALED;
import static dev.runside.server.MailCompany.gone;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.core.estate.Input;
import dev.runside.server.ApiClient;
import dev.runside.server.ApiClient.Answer;
import dev.runside.server.MailCompanyTest;
import dev.runside.server.access.TestTokens;
import dev.runside.server.engine.Engine;
import java.security.KeyFactory;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

@MailCompanyTest
class AgentsApiTest {

    @Autowired private ApplicationContext server;

    @Autowired private Engine engine;

    @LocalServerPort private int port;

    private ApiClient ada;
    private ApiClient nobody;

    @BeforeEach
    void enrol() {
        ada = new ApiClient(port, TestTokens.of(server).admin("ada"));
        nobody = new ApiClient(port, "");
    }

    @Test
    void aTokenMakesAnAgentKnownOnce() throws Exception {
        Map<String, String> enrolment =
                Map.of("token", invitation("newcomer"), "name", "newcomer", "version", "1");

        Answer first = nobody.post("/api/v1/agents/enroll", enrolment);
        Answer again = nobody.post("/api/v1/agents/enroll", enrolment);

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.body().path("agent").asString()).isEqualTo("agent:newcomer");
        assertThat(first.body().path("key").asString()).startsWith("rs_agent_");
        byte[] serverKey = Base64.getDecoder().decode(first.body().path("serverKey").asString());
        assertThat(
                        KeyFactory.getInstance("Ed25519")
                                .generatePublic(new X509EncodedKeySpec(serverKey))
                                .getAlgorithm())
                .isEqualTo("EdDSA");
        assertThat(again.status()).isEqualTo(401);
    }

    @Test
    void aTokenIsGoodForItsOwnAgentOnly() {
        Answer other =
                nobody.post(
                        "/api/v1/agents/enroll",
                        Map.of("token", invitation("one"), "name", "another"));

        assertThat(other.status()).isEqualTo(401);
    }

    @Test
    void onlyAgentsPoll() {
        assertThat(ada.post("/api/v1/agents/poll", poll(List.of())).status()).isEqualTo(403);
        assertThat(nobody.post("/api/v1/agents/poll", poll(List.of())).status()).isEqualTo(401);
    }

    @Test
    void aReportThatCannotBeReadNamesItsField() {
        Answer outcome = agent().post("/api/v1/agents/report", Map.of("key", "k", "outcome", "x"));
        Answer key = agent().post("/api/v1/agents/report", Map.of("outcome", "done"));

        assertThat(outcome.status()).isEqualTo(400);
        assertThat(outcome.body().at("/errors/0/field").asString()).isEqualTo("outcome");
        assertThat(key.body().at("/errors/0/field").asString()).isEqualTo("key");
    }

    @Test
    void aReportOfNothingKnownChangesNothing() {
        Answer unknown =
                agent().post(
                                "/api/v1/agents/report",
                                Map.of("key", "run_none/remedy/x/1", "outcome", "done"));

        assertThat(unknown.status()).isEqualTo(204);
    }

    @Test
    void anAgentPullsTheStepsOfARunAndReportsThem() {
        ApiClient agent = agent();
        engine.submit(new Input.AgentPolled(AGENT, "1", Set.of("relay"), false)).join();
        engine.submit(new Input.Raised(gone(HEALED))).join();

        JsonNode diagnose = step(agent, List.of());
        JsonNode again = step(agent, List.of());
        report(agent, diagnose, "gone\0" + "x".repeat(3_994) + "\ud83d\ude00");
        report(agent, diagnose, "gone");
        JsonNode remedy = step(agent, List.of());
        Answer busy =
                agent.post("/api/v1/agents/poll", poll(List.of(remedy.path("key").asString())));

        assertThat(diagnose.path("runbook").asString()).isEqualTo("relay-gone");
        assertThat(diagnose.at("/action/verb").asString()).isEqualTo("status");
        assertThat(again.path("key")).isEqualTo(diagnose.path("key"));
        assertThat(remedy.at("/action/verb").asString()).isEqualTo("restart");
        assertThat(remedy.path("leaseMs").asLong())
                .isGreaterThan(remedy.path("timeoutMs").asLong());
        assertThat(busy.body().path("step").isNull()).isTrue();
        assertThat(run().at("/steps/0/outcome").asString()).isEqualTo("done");
        assertThat(run().at("/steps/0/output/state").asString())
                .startsWith("gone\ufffdxxx")
                .endsWith("x?")
                .hasSize(4_000);
        assertThat(run().path("phase").asString()).isEqualTo("remedy");
    }

    private JsonNode run() {
        return ada.get("/api/v1/incidents?state=all&limit=200")
                .body()
                .path("items")
                .valueStream()
                .flatMap(incident -> incident.path("runs").valueStream())
                .filter(run -> run.path("runbook").asString().equals("relay-gone"))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode step(ApiClient agent, List<String> atWork) {
        Answer answer = agent.post("/api/v1/agents/poll", poll(atWork));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("step").isObject()).as(answer.toString()).isTrue();
        return answer.body().path("step");
    }

    private static void report(ApiClient agent, JsonNode step, String state) {
        Answer answer =
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
                                Map.of("state", state)));
        assertThat(answer.status()).isEqualTo(204);
    }

    private static Map<String, ?> poll(List<String> atWork) {
        return Map.of(
                "version",
                "1",
                "actions",
                List.of("service"),
                "services",
                List.of(Map.of("name", "relay", "state", "gone", "may", true)),
                "hold",
                false,
                "epochSeen",
                1,
                "atWork",
                atWork);
    }

    private ApiClient agent() {
        return new ApiClient(port, TestTokens.of(server).agent(AGENT.name()));
    }

    private String invitation(String name) {
        return ada.post("/api/v1/agents/enroll-tokens", Map.of("agent", "agent:" + name))
                .body()
                .path("token")
                .asString();
    }
}
