package dev.runside.server.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.server.ApiClient;
import dev.runside.server.ApiClient.Answer;
import dev.runside.server.access.TestTokens;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

@CatalogServerTest
class FlowsApiTest {

    private static final String COMPANY =
            """
            apiVersion: runside.dev/v1
            kind: Person
            metadata: {name: ada}
            ---
            apiVersion: runside.dev/v1
            kind: Person
            metadata: {name: ben}
            ---
            apiVersion: runside.dev/v1
            kind: Person
            metadata: {name: ari}
            spec: {roles: [architect]}
            ---
            apiVersion: runside.dev/v1
            kind: Product
            metadata: {name: mail}
            spec:
              owner: user:ada
              hops:
                - {name: web, function: development}
                - {name: api, function: development}
                - {name: relay, function: platform, owner: user:ben}
              feeds:
                - {from: hop:mail/relay, to: hop:stats/rollup, dataset: mails}
            ---
            apiVersion: runside.dev/v1
            kind: Product
            metadata: {name: stats}
            spec: {hops: [{name: rollup, function: data}]}
            ---
            apiVersion: runside.dev/v1
            kind: System
            metadata: {name: mail-db}
            spec: {title: Mail database, substrate: true, function: platform}
            ---
            apiVersion: runside.dev/v1
            kind: Flow
            metadata: {name: send}
            spec: {product: mail, title: Send a mail, path: [hop:mail/web, hop:mail/api, hop:mail/relay, system:mail-db]}
            ---
            apiVersion: runside.dev/v1
            kind: Flow
            metadata: {name: report}
            spec: {product: stats, path: [hop:stats/rollup], strength: soft}
            """;

    @Autowired private ApplicationContext server;
    @LocalServerPort private int port;

    private ApiClient api;

    @BeforeEach
    void applyCompany() {
        api = new ApiClient(port, TestTokens.of(server).admin("root"));
        Answer answer =
                api.post(
                        "/api/v1/definitions",
                        Map.of(
                                "files",
                                List.of(Map.of("name", "company.yaml", "text", COMPANY)),
                                "prune",
                                true));
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
    }

    @Test
    void aFlowHasOneOwner() {
        assertThat(api.get("/api/v1/flows/send/owner").body().toString())
                .isEqualTo("{\"owner\":\"user:ada\"}");
    }

    @Test
    void aFlowThatNobodyOwnsNamesTheGap() {
        Answer answer = api.get("/api/v1/flows/report/owner");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body().path("detail").asString())
                .isEqualTo("product:stats has no owner.");
        assertThat(answer.body().path("fix").asString()).contains("Name an owner");
    }

    @Test
    void aFlowThatIsNotThereIsNotFound() {
        assertThat(api.get("/api/v1/flows/recieve/owner").status()).isEqualTo(404);
        assertThat(api.get("/api/v1/flows/recieve").status()).isEqualTo(404);
    }

    @Test
    void whateverCanBeOwnedIsAskedForByReference() {
        assertThat(owner("hop:mail/web")).isEqualTo("user:ada");
        assertThat(owner("hop:mail/relay")).isEqualTo("user:ben");
        assertThat(owner("seam:hop:mail/relay>hop:stats/rollup")).isEqualTo("user:ari");
        assertThat(api.get("/api/v1/owner?ref=system:mail-db").status()).isEqualTo(409);
        assertThat(api.get("/api/v1/owner?ref=seam:hop:mail/relay%3Ehop:mail/gone").status())
                .isEqualTo(404);
        assertThat(api.get("/api/v1/owner?ref=seam:a%3Eb").status()).isEqualTo(400);
        assertThat(api.get("/api/v1/owner?ref=mail").status()).isEqualTo(400);
    }

    @Test
    void aFlowShowsItsHopsAndTheSeamsWhereSomethingIsCrossed() {
        JsonNode flow = api.get("/api/v1/flows/send").body();

        assertThat(flow.path("title").asString()).isEqualTo("Send a mail");
        assertThat(flow.path("owner").asString()).isEqualTo("user:ada");
        assertThat(flow.path("strength").asString()).isEqualTo("hard");
        assertThat(stream(flow.path("hops")).map(hop -> hop.path("ref").asString()))
                .containsExactly(
                        "hop:mail/web", "hop:mail/api", "hop:mail/relay", "system:mail-db");
        JsonNode database = flow.path("hops").get(3);
        assertThat(database.path("substrate").asBoolean()).isTrue();
        assertThat(database.path("owner").isNull()).isTrue();
        assertThat(database.path("gap").asString()).isEqualTo("system:mail-db has no owner");
        assertThat(
                        stream(flow.path("seams"))
                                .map(seam ->
                                        seam.path("kind").asString()
                                                + " "
                                                + seam.path("id").asString()
                                                + " "
                                                + seam.path("crosses")
                                                + " "
                                                + seam.path("owner").asString("-")))
                .containsExactly(
                        "calls seam:hop:mail/api>hop:mail/relay [\"function\",\"owner\"] user:ada",
                        "calls seam:hop:mail/relay>system:mail-db"
                                + " [\"owner\",\"product\",\"system\"] user:ada",
                        "feeds seam:hop:mail/relay>hop:stats/rollup"
                                + " [\"function\",\"owner\",\"product\"] user:ari");
    }

    @Test
    void flowsComeInPages() {
        JsonNode first = api.get("/api/v1/flows?limit=1").body();
        JsonNode second =
                api.get("/api/v1/flows?limit=1&after=" + first.path("next").asString()).body();

        assertThat(first.path("items").get(0).path("name").asString()).isEqualTo("report");
        assertThat(second.path("items").get(0).path("name").asString()).isEqualTo("send");
        assertThat(second.path("next").asString()).isEmpty();
    }

    @Test
    void whatNobodyOwnsIsListed() {
        JsonNode gaps = api.get("/api/v1/catalog/gaps").body().path("items");

        assertThat(
                        stream(gaps)
                                .map(gap ->
                                        gap.path("subject").asString()
                                                + ": "
                                                + gap.path("sentence").asString()))
                .containsExactly(
                        "role:platform-owner: nobody is platform owner",
                        "product:stats: product:stats has no owner",
                        "system:mail-db: system:mail-db has no owner",
                        "flow:report: flow:report has no owner: product:stats has no owner");
    }

    @Test
    void theServerIsReadyAndSaysWhatNobodyOwns() {
        Answer ready = new ApiClient(port, "").get("/health/ready");

        JsonNode catalog =
                stream(ready.body().path("checks"))
                        .filter(check -> check.path("name").asString().equals("catalog"))
                        .findFirst()
                        .orElseThrow();
        assertThat(catalog.path("state").asString()).isEqualTo("lacking");
        assertThat(catalog.path("sentence").asString()).startsWith("nobody is platform owner; ");
    }

    private String owner(String ref) {
        return api.get("/api/v1/owner?ref=" + ref.replace(">", "%3E"))
                .body()
                .path("owner")
                .asString();
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
