package dev.runside.server.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Product;
import dev.runside.server.ApiClient.Answer;
import dev.runside.server.audit.AuditLine;
import dev.runside.server.catalog.Catalogs.CatalogChanged;
import dev.runside.server.catalog.check.Whole;
import dev.runside.server.catalog.definition.Definition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.support.AbstractApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@CatalogServerTest
class DefinitionsApiTest extends AppliedCompany {

    @Autowired private Catalogs catalogs;
    @Autowired private DefinitionStore store;
    @Autowired private JdbcClient database;

    @Test
    void whatIsAppliedIsInForceAndSaysWhatItDid() {
        String changed = MAIL.replace("title: Mail", "title: Letters");
        String more = "apiVersion: runside.dev/v1\nkind: Person\nmetadata: {name: eve}\n";

        JsonNode answer = apply(admin, false, changed, more).body();

        assertThat(texts(answer, "created")).containsExactly("user:eve");
        assertThat(texts(answer, "changed")).containsExactly("product:mail");
        assertThat(texts(answer, "unchanged")).containsExactly("flow:send");
        assertThat(texts(answer, "removed")).isEmpty();
        assertThat(catalogs.current().products().values())
                .extracting(Product::title)
                .containsExactly("Letters");
        assertThat(catalogs.current().persons()).containsKey(Ref.parse("user:eve"));
    }

    @Test
    void theSameAgainChangesNothingNotEvenTheVersion() {
        long before = room.inForce().version();

        JsonNode answer = apply(admin, false, PEOPLE, MAIL.replace("# one hop", "# still")).body();

        assertThat(answer.path("version").asLong()).isEqualTo(before);
        assertThat(answer.path("unchanged").size()).isEqualTo(5);
        assertThat(answer.path("changed").size()).isZero();
    }

    @Test
    void aFaultAnywhereRefusesTheWholeAndNamesEveryOne() {
        long before = room.inForce().version();
        String bad =
                MAIL.replace("owner: user:ada", "owner: user:nobody")
                        .replace("spec: {product", "spec: {prodct");

        Answer answer = apply(admin, false, PEOPLE, bad);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().path("code").asString()).isEqualTo("invalid-input");
        assertThat(
                        StreamSupport.stream(answer.body().path("errors").spliterator(), false)
                                .map(error ->
                                        error.path("file").asString()
                                                + ":"
                                                + error.path("line").asInt()
                                                + " "
                                                + error.path("field").asString()
                                                + " "
                                                + error.path("detail").asString()
                                                + "; "
                                                + error.path("fix").asString()))
                .containsExactly(
                        "file1.yaml:4 spec.owner user:nobody is not defined;"
                                + " define it, or use one of user:ada, user:ari, user:bob",
                        "file1.yaml:9 spec.product is missing; add product: mail",
                        "file1.yaml:9 spec.prodct is no field here; did you mean product?");
        assertThat(room.inForce().version()).isEqualTo(before);
    }

    @Test
    void aDryRunChangesNothing() {
        long before = room.inForce().version();

        JsonNode answer =
                admin.post(
                                "/api/v1/definitions",
                                Map.of(
                                        "files",
                                        List.of(
                                                Map.of(
                                                        "name",
                                                        "a.yaml",
                                                        "text",
                                                        MAIL.replace("Mail,", "Post,"))),
                                        "dryRun",
                                        true))
                        .body();

        assertThat(answer.path("dryRun").asBoolean()).isTrue();
        assertThat(texts(answer, "changed")).containsExactly("product:mail");
        assertThat(room.inForce().version()).isEqualTo(before);
    }

    @Test
    void pruningRemovesWhatIsNotInTheFilesAndIsRefusedWhereItIsNeeded() {
        Answer needed = apply(admin, true, PEOPLE, CHARTERS);
        JsonNode removed = apply(admin, true, PEOPLE, MAIL).body();

        assertThat(needed.status()).isEqualTo(400);
        assertThat(needed.body().path("errors").get(0).path("detail").asString())
                .isEqualTo("product:mail is not defined");
        assertThat(texts(removed, "removed"))
                .containsExactly("charter:mail-ada", "charter:mail-bob");
        assertThat(catalogs.current().charters()).isEmpty();
        assertThat(lastLine())
                .extracting(AuditLine::act, AuditLine::target)
                .containsExactly("remove", "charter:mail-bob");
    }

    @Test
    void aRestartLoadsTheSameCatalogFromTheSameTexts() {
        InForce loaded = store.load();

        assertThat(loaded.version()).isEqualTo(room.inForce().version());
        assertThat(loaded.catalog().flows()).isEqualTo(room.inForce().catalog().flows());
        assertThat(loaded.catalog().charters()).isEqualTo(room.inForce().catalog().charters());
        assertThat(List.copyOf(loaded.catalog().persons().values()))
                .isEqualTo(List.copyOf(room.inForce().catalog().persons().values()));
        assertThat(digests(loaded.whole())).isEqualTo(digests(room.inForce().whole()));
    }

    @Test
    void theOlderTextOfAChangedDefinitionRemains() {
        apply(admin, false, MAIL.replace("title: Mail", "title: Elder"));
        apply(admin, false, MAIL.replace("title: Mail", "title: Younger"));

        List<String> texts =
                database.sql(
                                """
                                select document from definition
                                 where kind = 'Product' and name = 'mail' order by since
                                """)
                        .query((row, _) -> row.getString(1))
                        .list();

        assertThat(texts.get(texts.size() - 2)).contains("title: Elder");
        assertThat(texts.getLast()).contains("title: Younger");
    }

    @Test
    void aNewCatalogIsAnnouncedAfterItIsInForce() {
        List<Boolean> inForceWhenAnnounced = new ArrayList<>();
        ApplicationListener<PayloadApplicationEvent<CatalogChanged>> listener =
                event ->
                        inForceWhenAnnounced.add(
                                event.getPayload().catalog().equals(catalogs.current()));
        AbstractApplicationContext context = (AbstractApplicationContext) server;
        context.addApplicationListener(listener);
        try {
            apply(admin, false, MAIL.replace("title: Mail", "title: Announced"));
        } finally {
            context.removeApplicationListener(listener);
        }

        assertThat(inForceWhenAnnounced).containsExactly(true);
    }

    @Test
    void definitionsAreListedByKindWithTheirTextAndOrigin() {
        JsonNode page = admin.get("/api/v1/definitions?kind=Flow").body();

        assertThat(page.path("items").size()).isEqualTo(1);
        JsonNode flow = page.path("items").get(0);
        assertThat(flow.path("ref").asString()).isEqualTo("flow:send");
        assertThat(flow.path("file").asString()).isEqualTo("file1.yaml");
        assertThat(flow.path("line").asInt()).isEqualTo(5);
        assertThat(flow.path("appliedBy").asString()).isEqualTo("user:root");
        assertThat(flow.path("text").asString()).contains("path: [hop:mail/web]");
        assertThat(admin.get("/api/v1/definitions?kind=Flou").status()).isEqualTo(400);
    }

    @Test
    void aLongListComesInPages() {
        JsonNode first = admin.get("/api/v1/definitions?limit=3").body();
        JsonNode rest =
                admin.get("/api/v1/definitions?limit=100&after=" + first.path("next").asString())
                        .body();

        assertThat(first.path("items").size()).isEqualTo(3);
        assertThat(rest.path("items").size()).isEqualTo(4);
        assertThat(rest.path("next").asString()).isEmpty();
    }

    @Test
    void aRequestWithoutFilesOrTextIsRefused() {
        assertThat(admin.post("/api/v1/definitions", Map.of("files", List.of())).status())
                .isEqualTo(400);
        assertThat(
                        admin.post(
                                        "/api/v1/definitions",
                                        Map.of(
                                                "files",
                                                List.of(Map.of("name", "a\nb", "text", ""))))
                                .status())
                .isEqualTo(400);
        assertThat(client("").post("/api/v1/definitions", Map.of()).status()).isEqualTo(401);
    }

    private static List<String> texts(JsonNode answer, String field) {
        return StreamSupport.stream(answer.path(field).spliterator(), false)
                .map(JsonNode::asString)
                .toList();
    }

    private static List<String> digests(Whole whole) {
        return whole.definitions().stream().map(Definition::digest).toList();
    }
}
