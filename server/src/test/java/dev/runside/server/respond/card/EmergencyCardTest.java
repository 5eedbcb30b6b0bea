package dev.runside.server.respond.card;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.core.catalog.Catalog;
import dev.runside.server.ApiClient;
import dev.runside.server.MailCompanyTest;
import dev.runside.server.WebhookReceiver;
import dev.runside.server.access.TestTokens;
import dev.runside.server.storage.DataDirectory;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@MailCompanyTest
class EmergencyCardTest {

    @Autowired private ApplicationContext server;

    @Autowired private DataDirectory directory;

    @Autowired private WebhookReceiver receiver;

    @Autowired private CardKey key;

    @Autowired private EmergencyCard card;

    @LocalServerPort private int port;

    private TestTokens tokens;

    @BeforeEach
    void tokens() {
        tokens = TestTokens.of(server);
    }

    @Test
    void anAgentGetsEachCardOnceSignedByTheKeyOfItsEnrolment() throws Exception {
        ApiClient agent = new ApiClient(port, tokens.agent("card-reader"));

        JsonNode first = poll(agent).path("card");
        JsonNode second = poll(agent).path("card");
        card.renew();
        JsonNode renewed = poll(agent).path("card");

        assertThat(signedBy(serverKey(), first)).isTrue();
        assertThat(second.isNull() || isAnother(second, first))
                .as("a card is signed anew each minute, also between two polls")
                .isTrue();
        assertThat(signedBy(serverKey(), renewed)).isTrue();
        assertThat(isAnother(renewed, first)).isTrue();
    }

    private static boolean isAnother(JsonNode card, JsonNode than) {
        return !payload(card).path("issuedAt").equals(payload(than).path("issuedAt"));
    }

    @Test
    void itNamesThePlatformOwnerThenTheArchitectAndTheirChannel() {
        JsonNode payload = payload(JsonMapper.shared().valueToTree(card.current()));

        assertThat(payload.path("people").findValuesAsString("person"))
                .containsExactly("user:pat", "user:ari");
        assertThat(payload.at("/people/0/channels/0/type").asString()).isEqualTo("webhook");
        assertThat(payload.at("/people/0/channels/0/url").asString())
                .isEqualTo(receiver.url().toString());
        assertThat(payload.at("/people/0/channels/0/secret").asString()).startsWith("whsec_");
        assertThat(payload.path("message").asString()).contains("cannot see or record");
        assertThat(
                        Duration.between(
                                Instant.parse(payload.path("issuedAt").asString()), Instant.now()))
                .isLessThan(Duration.ofMinutes(2));
    }

    @Test
    void whereNobodyIsNamedTheChannelIsToldSo() {
        Card nobody = Card.of(Catalog.EMPTY, Optional.empty(), Instant.EPOCH);

        assertThat(nobody.people())
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.person()).isEqualTo("nobody");
                    assertThat(one.displayName()).contains("No platform owner");
                });
    }

    @Test
    void itLiesOnDiskForItsOwnersEyesOnly() throws Exception {
        var file = directory.file("card.json");

        assertThat(JsonMapper.shared().readTree(file).path("signature").asString())
                .isEqualTo(card.current().signature());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(
                                        directory.root().resolve("secret/card.key"))))
                .isEqualTo("rw-------");
    }

    @Test
    void theKeyOutlivesTheServer() throws Exception {
        assertThat(new CardKey(directory).published()).isEqualTo(key.published());
    }

    private static JsonNode poll(ApiClient agent) {
        ApiClient.Answer answer = agent.post("/api/v1/agents/poll", Map.of("version", "1"));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.body();
    }

    private String serverKey() {
        var ada = new ApiClient(port, tokens.admin("ada"));
        String token =
                ada.post("/api/v1/agents/enroll-tokens", Map.of("agent", "enrolling"))
                        .body()
                        .path("token")
                        .asString();
        return new ApiClient(port, "")
                .post("/api/v1/agents/enroll", Map.of("token", token, "name", "enrolling"))
                .body()
                .path("serverKey")
                .asString();
    }

    private static boolean signedBy(String serverKey, JsonNode card) throws Exception {
        Signature signature = Signature.getInstance("Ed25519");
        byte[] encoded = Base64.getDecoder().decode(serverKey);
        signature.initVerify(
                KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
        signature.update(Base64.getDecoder().decode(card.path("payload").asString()));
        return signature.verify(Base64.getDecoder().decode(card.path("signature").asString()));
    }

    private static JsonNode payload(JsonNode card) {
        return JsonMapper.shared()
                .readTree(Base64.getDecoder().decode(card.path("payload").asString()));
    }
}
