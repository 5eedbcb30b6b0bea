package dev.runside.agent.emergency;

import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads cards that the server has signed, and no others. */
final class CardReader {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final PublicKey serverKey;

    /**
     * @param serverKey Ed25519, X.509 in base64
     */
    CardReader(String serverKey) throws GeneralSecurityException {
        this.serverKey =
                KeyFactory.getInstance("Ed25519")
                        .generatePublic(
                                new X509EncodedKeySpec(Base64.getDecoder().decode(serverKey)));
    }

    /** None when the signature is not the server's, or what it signed is no card. */
    Optional<Card> read(SignedCard signed) {
        try {
            byte[] payload = Base64.getDecoder().decode(signed.payload());
            return isSigned(payload, Base64.getDecoder().decode(signed.signature()))
                    ? Optional.of(card(JSON.readTree(payload)))
                    : Optional.empty();
        } catch (GeneralSecurityException
                | IllegalArgumentException
                | DateTimeException
                | JacksonException broken) {
            return Optional.empty();
        }
    }

    private boolean isSigned(byte[] payload, byte[] signature) throws GeneralSecurityException {
        Signature verifier = Signature.getInstance("Ed25519");
        verifier.initVerify(serverKey);
        verifier.update(payload);
        return verifier.verify(signature);
    }

    private static Card card(JsonNode node) {
        return new Card(
                Instant.parse(node.path("issuedAt").asString("")),
                node.path("people").valueStream().map(CardReader::person).toList(),
                node.path("message").asString(""));
    }

    private static Card.Person person(JsonNode node) {
        return new Card.Person(
                node.path("person").asString(""),
                node.path("displayName").asString(""),
                node.path("channels")
                        .valueStream()
                        .filter(channel -> channel.path("type").asString("").equals("webhook"))
                        .map(CardReader::webhook)
                        .toList());
    }

    private static Card.Webhook webhook(JsonNode node) {
        return new Card.Webhook(
                URI.create(node.path("url").asString("")), node.path("secret").asString(""));
    }
}
