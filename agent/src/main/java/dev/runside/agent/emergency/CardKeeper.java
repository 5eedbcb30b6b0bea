package dev.runside.agent.emergency;

import static java.lang.System.Logger.Level.WARNING;

import dev.runside.agent.disk.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Keeps the newest card on disk, for a time when the server cannot be asked. */
public final class CardKeeper {

    private static final System.Logger LOG = System.getLogger("runside.agent");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final CardReader reader;
    private final Path file;
    private final AtomicReference<Optional<Card>> card;

    private CardKeeper(CardReader reader, Path file) {
        this.reader = reader;
        this.file = file;
        this.card = new AtomicReference<>(readFile());
    }

    /**
     * @param serverKey as enrolment gave it
     */
    public static CardKeeper open(Path file, String serverKey) throws IOException {
        try {
            return new CardKeeper(new CardReader(serverKey), file);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IOException(
                    "The server's key is not an Ed25519 key: enrol the agent again", e);
        }
    }

    /** Takes a card in place of the one before, if the server's signature is on it. */
    public void accept(SignedCard signed) throws IOException {
        Optional<Card> read = reader.read(signed);
        if (read.isEmpty()) {
            LOG.log(WARNING, "An emergency card without the server's signature is not taken");
            return;
        }
        if (!read.equals(card.get())) {
            WholeFile.writeSecret(
                    file,
                    JSON.writeValueAsString(
                            Map.of(
                                    "payload", signed.payload(),
                                    "signature", signed.signature())));
            card.set(read);
        }
    }

    Optional<Card> card() {
        return card.get();
    }

    private Optional<Card> readFile() {
        try {
            JsonNode node = JSON.readTree(Files.readString(file));
            return reader.read(
                    new SignedCard(
                            node.path("payload").asString(""),
                            node.path("signature").asString("")));
        } catch (IOException | JacksonException none) {
            return Optional.empty();
        }
    }
}
