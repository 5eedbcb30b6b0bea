package dev.runside.agent.emergency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CardKeeperTest {

    private static final KeyPair SERVER = Cards.newKeys();
    private static final String JSON = Cards.json("http://127.0.0.1:9/pager");

    @TempDir private Path directory;
    private CardKeeper keeper;

    @BeforeEach
    void open() throws IOException {
        keeper = reopened();
    }

    @Test
    void aSignedCardIsKeptAlsoAcrossARestart() throws Exception {
        keeper.accept(Cards.sign(SERVER, JSON));

        Card card = reopened().card().orElseThrow();

        assertThat(card.message()).isEqualTo("Look at the machine room.");
        assertThat(card.people())
                .singleElement()
                .satisfies(person -> {
                    assertThat(person.person()).isEqualTo("user:pat0");
                    assertThat(person.webhooks()).hasSize(1);
                });
    }

    @Test
    void itsSecretsAreForTheAgentAlone() throws Exception {
        keeper.accept(Cards.sign(SERVER, JSON));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        assertThat(keeper.card().orElseThrow()).asString().doesNotContain("MfKQ9r8G");
    }

    @Test
    void aCardSignedByAnotherIsNotTaken() throws Exception {
        keeper.accept(Cards.sign(Cards.newKeys(), JSON));

        assertThat(keeper.card()).isEmpty();
        assertThat(file()).doesNotExist();
    }

    @Test
    void aForgedCardDoesNotReplaceAGoodOne() throws Exception {
        SignedCard good = Cards.sign(SERVER, JSON);
        keeper.accept(good);
        String other = JSON.replace("pager", "thief");
        String payload = Base64.getEncoder().encodeToString(other.getBytes(StandardCharsets.UTF_8));

        keeper.accept(new SignedCard(payload, good.signature()));
        keeper.accept(new SignedCard(good.payload(), ""));
        keeper.accept(new SignedCard("%%%", "%%%"));

        assertThat(keeper.card().orElseThrow().people().getFirst().webhooks().getFirst().url())
                .hasToString("http://127.0.0.1:9/pager");
    }

    @Test
    void aCardAlteredOnDiskIsNotBelieved() throws Exception {
        keeper.accept(Cards.sign(SERVER, JSON));
        String kept = Files.readString(file());
        String forged = Cards.sign(Cards.newKeys(), JSON).payload().replace('a', 'b');
        Files.writeString(
                file(),
                kept.replaceFirst("\"payload\":\"[^\"]*\"", "\"payload\":\"" + forged + "\""));

        assertThat(reopened().card()).isEmpty();
    }

    @Test
    void whatIsSignedAndNoCardIsNotTaken() throws Exception {
        keeper.accept(Cards.sign(SERVER, "{\"issuedAt\": \"yesterday\"}"));
        keeper.accept(Cards.sign(SERVER, "no json"));

        assertThat(keeper.card()).isEmpty();
    }

    @Test
    void aServerKeyThatIsNoneIsRefused() {
        assertThatThrownBy(() -> CardKeeper.open(file(), "none"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("enrol the agent again");
    }

    private CardKeeper reopened() throws IOException {
        return CardKeeper.open(file(), Cards.publicKey(SERVER));
    }

    private Path file() {
        return directory.resolve("card.json");
    }
}
