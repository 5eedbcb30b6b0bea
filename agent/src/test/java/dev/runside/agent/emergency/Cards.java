package dev.runside.agent.emergency;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;

/** Cards as a server signs them. */
final class Cards {

    private Cards() {}

    static KeyPair newKeys() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String publicKey(KeyPair keys) {
        return Base64.getEncoder().encodeToString(keys.getPublic().getEncoded());
    }

    static String json(String... urls) {
        StringBuilder people = new StringBuilder();
        for (String url : urls) {
            people.append(people.isEmpty() ? "" : ",")
                    .append(
                            """
                            {"person": "user:pat%d", "displayName": "Pat", "channels": [
                              {"type": "pigeon", "url": "coop:7"},
                              {"type": "webhook", "url": "%s", "secret": "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"}]}
                            """
                                    .formatted(people.length(), url));
        }
        return """
        {"issuedAt": "2026-03-01T10:00:00Z", "message": "Look at the machine room.", "people": [%s]}
        """
                .formatted(people);
    }

    static SignedCard sign(KeyPair keys, String json) {
        try {
            Signature signer = Signature.getInstance("Ed25519");
            signer.initSign(keys.getPrivate());
            byte[] payload = json.getBytes(StandardCharsets.UTF_8);
            signer.update(payload);
            Base64.Encoder base64 = Base64.getEncoder();
            return new SignedCard(
                    base64.encodeToString(payload), base64.encodeToString(signer.sign()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
