package dev.runside.server.respond;

import static dev.runside.server.MailCompany.ADA;
import static dev.runside.server.MailCompany.DAN;
import static dev.runside.server.MailCompany.gone;
import static dev.runside.server.MailCompany.relay;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.core.Ref;
import dev.runside.core.estate.Input;
import dev.runside.core.state.Effect;
import dev.runside.server.ApiClient;
import dev.runside.server.MailCompanyTest;
import dev.runside.server.Soon;
import dev.runside.server.WebhookReceiver;
import dev.runside.server.WebhookReceiver.Received;
import dev.runside.server.access.TestTokens;
import dev.runside.server.engine.Engine;
import dev.runside.server.storage.DataDirectory;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

@MailCompanyTest
class NotifierTest {

    @Autowired private ApplicationContext server;

    @Autowired private Engine engine;

    @Autowired private WebhookReceiver receiver;

    @Autowired private Notifier notifier;

    @Autowired private PlatformTransactionManager transactions;

    @Autowired private DataDirectory directory;

    @LocalServerPort private int port;

    private ApiClient ada;

    @BeforeEach
    void enrol() {
        ada = new ApiClient(port, TestTokens.of(server).person("ada"));
    }

    @Test
    void aPageReachesTheInboxOfItsPersonAndTheSignedWebhook() throws Exception {
        JsonNode incident = opened(relay(20));
        String id = incident.path("id").asString();

        Received page = Soon.get(() -> receiver.about(id), some -> !some.isEmpty()).getFirst();
        JsonNode notice = inbox("").path("items").get(0);

        assertThat(page.signature()).isEqualTo(signature(page));
        assertThat(Duration.between(at(page), Instant.now()).abs())
                .isLessThan(Duration.ofMinutes(1));
        assertThat(page.body().path("type").asString()).isEqualTo("page");
        assertThat(page.body().path("page")).isEqualTo(incident.at("/pages/0/id"));
        assertThat(page.body().path("number")).isEqualTo(incident.path("number"));
        assertThat(page.body().path("tier").asString()).isEqualTo("novel");
        assertThat(page.body().at("/to/0").asString()).isEqualTo("user:ada");
        assertThat(page.body().path("title").asString()).contains("#");
        assertThat(page.body().path("text").asString()).contains("First hop that went wrong");
        assertThat(page.body().path("url").asString())
                .isEqualTo(
                        "http://127.0.0.1:%d/incidents/%d"
                                .formatted(port, incident.path("number").asLong()));
        assertThat(notice.path("incident").asString()).isEqualTo(id);
        assertThat(notice.path("urgency").asString()).isEqualTo("page");
        assertThat(notice.path("key").asString()).isEqualTo(page.id());
    }

    @Test
    void aPageThatIsRefusedOrRedirectedIsSentAgainUnderTheSameId() {
        receiver.refuse("hop:mail21/relay", 500, 302);
        String id = opened(relay(21)).path("id").asString();

        List<Received> tries = Soon.get(() -> receiver.about(id), some -> some.size() == 3);

        assertThat(tries).extracting(Received::answered).containsExactly(500, 302, 204);
        assertThat(tries).extracting(Received::id).containsOnly(tries.getFirst().id());
        assertThat(tries).extracting(Received::path).containsOnly("/pages");
        assertThat(tries).allSatisfy(one -> assertThat(one.signature()).isEqualTo(signature(one)));
        JsonNode delivery =
                Soon.get(
                        () -> noticeOf(tries.getFirst().id()).path("delivery"),
                        state -> state.path("deliveredAt").isString());
        assertThat(delivery.path("attempts").asInt()).isEqualTo(3);
        assertThat(delivery.path("lastError").asString()).isEqualTo("HTTP 302");
    }

    @Test
    void aReceiverThatHangsDelaysOnlyWhatItWasSent() {
        CountDownLatch hanging = receiver.hang("hop:mail22/relay");
        try {
            String stuck = opened(relay(22)).path("id").asString();
            String other = opened(relay(23)).path("id").asString();

            assertThat(Soon.get(() -> receiver.about(other), some -> !some.isEmpty())).hasSize(1);
            assertThat(receiver.about(stuck)).isEmpty();
        } finally {
            hanging.countDown();
        }
    }

    @Test
    void theSameEffectTwiceTellsPeopleOnce() {
        Effect.Notify effect =
                new Effect.Notify(
                        "pag_twice/1",
                        "pag_twice",
                        "inc_twice",
                        Set.of(ADA, DAN),
                        Effect.Urgency.INFORM,
                        "Said twice",
                        "and heard once");
        record(effect);
        record(effect);

        List<Received> sent = Soon.get(() -> receiver.about("inc_twice"), some -> !some.isEmpty());

        assertThat(sent).hasSize(1);
        assertThat(sent.getFirst().body().path("type").asString()).isEqualTo("inform");
        assertThat(sent.getFirst().body().path("to").valueStream().map(JsonNode::asString))
                .containsExactly("user:ada", "user:dan");
        assertThat(
                        inbox("?all=true&limit=200")
                                .path("items")
                                .valueStream()
                                .filter(one -> one.path("key").asString().equals("pag_twice/1"))
                                .map(one -> one.path("person").asString()))
                .containsExactlyInAnyOrder("user:ada", "user:dan");
    }

    @Test
    void anIncidentSaysWhoWasInformedAndNotPaged() {
        String id = opened(relay(24)).path("id").asString();
        record(
                new Effect.Notify(
                        "pag_informed/1",
                        "pag_informed",
                        id,
                        Set.of(ADA, DAN),
                        Effect.Urgency.INFORM,
                        "For your information",
                        "no more"));

        JsonNode informed = ada.get("/api/v1/incidents/" + id).body().path("informed");

        assertThat(informed.valueStream().map(JsonNode::asString)).containsExactly("user:dan");
    }

    @Test
    void anInboxShowsOnesOwnUnlessAllIsAskedFor() {
        record(
                new Effect.Notify(
                        "pag_foreign/1",
                        "pag_foreign",
                        "inc_foreign",
                        Set.of(DAN),
                        Effect.Urgency.PAGE,
                        "For Dan",
                        "alone"));

        assertThat(keys("?limit=200")).doesNotContain("pag_foreign/1");
        assertThat(keys("?limit=200&all=true")).contains("pag_foreign/1");
        assertThat(ada.get("/api/v1/inbox?limit=0").status()).isEqualTo(400);
    }

    @Test
    void theSecretIsMadeOnceAndForItsOwnersEyesOnly() throws Exception {
        var file = directory.root().resolve("secret/webhook.key");

        assertThat(Files.readString(file)).startsWith("whsec_");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    private void record(Effect.Notify effect) {
        new TransactionTemplate(transactions)
                .executeWithoutResult(_ -> notifier.record(effect, Instant.now()));
        notifier.perform(effect);
    }

    private List<String> keys(String query) {
        return inbox(query).path("items").findValuesAsString("key");
    }

    private JsonNode noticeOf(String key) {
        return inbox("?limit=200")
                .path("items")
                .valueStream()
                .filter(notice -> notice.path("key").asString().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode inbox(String query) {
        return ada.get("/api/v1/inbox" + query).body();
    }

    private JsonNode opened(Ref hop) {
        engine.submit(new Input.Raised(gone(hop))).join();
        return Soon.get(
                        () ->
                                ada.get("/api/v1/incidents?limit=200")
                                        .body()
                                        .path("items")
                                        .valueStream()
                                        .filter(item ->
                                                item.at("/suspects/0/at")
                                                        .asString("")
                                                        .equals(hop.toString()))
                                        .filter(item -> item.at("/pages/0/sentAt").isString())
                                        .findFirst(),
                        java.util.Optional::isPresent)
                .orElseThrow();
    }

    private static Instant at(Received page) {
        return Instant.ofEpochSecond(Long.parseLong(page.timestamp()));
    }

    /** As a receiver checks it, by the specification. */
    private String signature(Received page) {
        try {
            String secret =
                    Files.readString(directory.root().resolve("secret/webhook.key")).strip();
            byte[] key = Base64.getDecoder().decode(secret.replace("whsec_", ""));
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update((page.id() + "." + page.timestamp() + ".").getBytes());
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(page.bytes()));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
