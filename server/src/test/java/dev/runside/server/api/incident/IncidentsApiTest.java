package dev.runside.server.api.incident;

import static dev.runside.server.MailCompany.gone;
import static dev.runside.server.MailCompany.relay;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.core.Ref;
import dev.runside.core.estate.Input;
import dev.runside.core.triage.Finding;
import dev.runside.server.ApiClient;
import dev.runside.server.ApiClient.Answer;
import dev.runside.server.MailCompanyTest;
import dev.runside.server.Soon;
import dev.runside.server.access.TestTokens;
import dev.runside.server.engine.Engine;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

@MailCompanyTest
class IncidentsApiTest {

    private static final Map<String, String> CAUSE = Map.of("cause", "a full disk");

    @Autowired private ApplicationContext server;

    @Autowired private Engine engine;

    @LocalServerPort private int port;

    private ApiClient ada;
    private ApiClient stranger;

    @BeforeEach
    void enrol() {
        ada = new ApiClient(port, TestTokens.of(server).person("ada"));
        stranger = new ApiClient(port, TestTokens.of(server).person("stranger"));
    }

    @Test
    void anOpenIncidentIsToldWithAllThatBelongsToIt() {
        JsonNode incident = opened(relay(1));

        assertThat(incident.propertyNames())
                .contains(
                        "id",
                        "number",
                        "version",
                        "title",
                        "tier",
                        "state",
                        "owner",
                        "products",
                        "facets",
                        "seam",
                        "suspects",
                        "timeline",
                        "runs",
                        "pages",
                        "safety",
                        "cause",
                        "detectedBy",
                        "startedAt",
                        "detectedAt",
                        "openedAt",
                        "acknowledged",
                        "pageBy",
                        "recoveredAt",
                        "resolvedAt",
                        "closedAt",
                        "mergedInto",
                        "findings",
                        "informed",
                        "gap");
        assertThat(incident.path("tier").asString()).isEqualTo("novel");
        assertThat(incident.path("state").asString()).isEqualTo("open");
        assertThat(incident.path("owner").asString()).isEqualTo("user:ada");
        assertThat(incident.path("detectedBy").asString()).isEqualTo("signal");
        assertThat(incident.path("acknowledged").isNull()).isTrue();
        assertThat(incident.at("/suspects/0/ref").asString()).isEqualTo("hop:mail1/relay");
        assertThat(incident.at("/findings/0/kind").asString()).isEqualTo("process-gone");
        assertThat(incident.at("/pages/0/status").asString()).isEqualTo("sent");
        assertThat(incident.at("/pages/0/to/0").asString()).isEqualTo("user:ada");
        assertThat(incident.path("timeline").findValuesAsString("kind"))
                .contains("suspect", "tier", "page");
        assertThat(incident.path("openedAt").asString()).matches("....-..-..T..:..:..\\....Z");
    }

    @Test
    void anIncidentIsFoundByItsNumberToo() {
        JsonNode incident = opened(relay(2));

        Answer byNumber = ada.get("/api/v1/incidents/" + incident.path("number").asLong());

        assertThat(byNumber.body().path("id")).isEqualTo(incident.path("id"));
        assertThat(byNumber.etag())
                .isEqualTo("\"" + byNumber.body().path("version").asLong() + "\"");
    }

    @Test
    void listsGoFromTheNewestOnPageByPage() {
        long older = opened(relay(3)).path("number").asLong();
        long newer = opened(relay(4)).path("number").asLong();

        JsonNode first = ada.get("/api/v1/incidents?limit=1").body();
        JsonNode second = ada.get("/api/v1/incidents?limit=1&after=" + first.path("next")).body();

        assertThat(first.at("/items/0/number").asLong()).isEqualTo(newer);
        assertThat(second.at("/items/0/number").asLong()).isEqualTo(older);
        assertThat(ada.get("/api/v1/incidents?limit=200").body().path("next").isNull()).isTrue();
    }

    @Test
    void aListShowsOnlyTheStatesAskedFor() {
        String id = opened(relay(5)).path("id").asString();
        clear(relay(5));

        assertThat(ids("recovered")).contains(id);
        assertThat(ids("open,recovered")).contains(id);
        assertThat(ids("all")).contains(id);
        assertThat(ids("open")).doesNotContain(id);
        assertThat(ids("closed")).doesNotContain(id);
    }

    @Test
    void whatIsAskedForWronglyIsNamed() {
        Answer state = ada.get("/api/v1/incidents?state=broken");
        Answer limit = ada.get("/api/v1/incidents?limit=0");
        Answer unknown = ada.get("/api/v1/incidents/inc_none");
        Answer nobody = new ApiClient(port, "").get("/api/v1/incidents");

        assertThat(state.status()).isEqualTo(400);
        assertThat(state.body().at("/errors/0/field").asString()).isEqualTo("state");
        assertThat(limit.body().at("/errors/0/field").asString()).isEqualTo("limit");
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(nobody.status()).isEqualTo(401);
    }

    @Test
    void acknowledgingEndsThePageAndStandsInTheAudit() {
        String id = opened(relay(6)).path("id").asString();

        Answer answer = ada.post("/api/v1/incidents/" + id + "/ack");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().at("/acknowledged/by").asString()).isEqualTo("user:ada");
        assertThat(answer.body().at("/pages/0/status").asString()).isEqualTo("acknowledged");
        assertThat(ada.get("/api/v1/audit?limit=1000").body().path("items").valueStream())
                .anySatisfy(line -> {
                    assertThat(line.path("act").asString()).isEqualTo("acknowledge");
                    assertThat(line.path("target").asString()).isEqualTo(id);
                    assertThat(line.path("actor").asString()).isEqualTo("user:ada");
                });
    }

    @Test
    void whatIsOverIsAcknowledgedNoMore() {
        String path = "/api/v1/incidents/" + opened(relay(18)).path("id").asString();
        clear(relay(18));
        ada.post(path + "/resolve", CAUSE);

        Answer late = ada.post(path + "/ack");

        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body().path("detail").asString()).contains("is over already");
        assertThat(ada.get(path).body().path("acknowledged").isNull()).isTrue();
    }

    @Test
    void aWriteUnderAnOldVersionChangesNothing() {
        String path = "/api/v1/incidents/" + opened(relay(7)).path("id").asString();
        String seen = ada.get(path).etag();
        ada.post(path + "/ack", Map.of(), "If-Match", seen);
        clear(relay(7));

        Answer late = ada.post(path + "/resolve", CAUSE, "If-Match", seen);
        Answer fresh = ada.post(path + "/resolve", CAUSE, "If-Match", ada.get(path).etag());

        assertThat(late.status()).isEqualTo(412);
        assertThat(fresh.status()).isEqualTo(200);
        assertThat(fresh.body().path("state").asString()).isEqualTo("resolved");
    }

    @Test
    void onlyWhoHasItMayResolveItAndOnlyOnceItRecovered() {
        String path = "/api/v1/incidents/" + opened(relay(8)).path("id").asString() + "/resolve";

        Answer failing = ada.post(path, CAUSE);
        clear(relay(8));
        Answer foreign = stranger.post(path, CAUSE);
        Answer done = ada.post(path, CAUSE);
        Answer again = ada.post(path, CAUSE);

        assertThat(failing.status()).isEqualTo(409);
        assertThat(foreign.status()).isEqualTo(403);
        assertThat(foreign.body().path("fix").asString()).contains("owner");
        assertThat(done.body().path("cause").asString()).isEqualTo("a full disk");
        assertThat(again.status()).isEqualTo(409);
    }

    @Test
    void aCauseIsWanted() {
        String path = "/api/v1/incidents/" + opened(relay(9)).path("id").asString() + "/resolve";

        Answer without = ada.post(path);

        assertThat(without.status()).isEqualTo(400);
        assertThat(without.body().at("/errors/0/field").asString()).isEqualTo("cause");
    }

    @Test
    void theSameActSentTwiceUnderOneKeyIsDoneOnce() {
        String path = "/api/v1/incidents/" + opened(relay(10)).path("id").asString();
        clear(relay(10));
        String key = UUID.randomUUID().toString();

        Answer first = ada.post(path + "/resolve", CAUSE, "Idempotency-Key", key);
        Answer repeat = ada.post(path + "/resolve", CAUSE, "Idempotency-Key", key);
        Answer other = ada.post(path + "/ack", Map.of(), "Idempotency-Key", key);

        assertThat(repeat.status()).isEqualTo(200);
        assertThat(repeat.body()).isEqualTo(first.body());
        assertThat(other.status()).isEqualTo(409);
    }

    @Test
    void anActThatWasRefusedFreesItsKey() {
        String path = "/api/v1/incidents/" + opened(relay(11)).path("id").asString() + "/resolve";
        String key = UUID.randomUUID().toString();

        Answer refused = ada.post(path, CAUSE, "Idempotency-Key", key);
        clear(relay(11));
        Answer done = ada.post(path, CAUSE, "Idempotency-Key", key);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(done.status()).isEqualTo(200);
    }

    private List<String> ids(String state) {
        return ada.get("/api/v1/incidents?limit=200&state=" + state)
                .body()
                .path("items")
                .findValuesAsString("id");
    }

    /** Its incident, once its owner is paged. */
    private JsonNode opened(Ref hop) {
        engine.submit(new Input.Raised(gone(hop))).join();
        return Soon.get(
                () -> incidentAt(hop), incident -> incident.at("/pages/0/sentAt").isString());
    }

    private JsonNode incidentAt(Ref hop) {
        return ada.get("/api/v1/incidents?limit=200")
                .body()
                .path("items")
                .valueStream()
                .filter(item -> item.at("/suspects/0/at").asString("").equals(hop.toString()))
                .findFirst()
                .orElseThrow();
    }

    private void clear(Ref hop) {
        String key = Finding.key("process-gone", hop, "");
        engine.submit(new Input.Cleared(key, Instant.now(), hop + " answers again")).join();
    }
}
