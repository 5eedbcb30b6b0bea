package dev.runside.server.respond.card;

import dev.runside.server.storage.DataDirectory;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import org.springframework.stereotype.Component;

/**
 * This installation's Ed25519 key, made at the first start. Its private half never leaves {@code
 * DIR/secret/card.key}; agents get the public one when they enrol.
 */
@Component
public class CardKey {

    private static final String ALGORITHM = "Ed25519";

    private final PrivateKey privateKey;
    private final PublicKey publicKey;

    CardKey(DataDirectory directory) throws GeneralSecurityException {
        String[] halves = directory.secret("card.key").readOrWrite(CardKey::fresh).split("\\s+");
        if (halves.length != 2) {
            throw new GeneralSecurityException(
                    "secret/card.key is broken: remove it, restart, and enrol the agents again");
        }
        KeyFactory keys = KeyFactory.getInstance(ALGORITHM);
        this.privateKey = keys.generatePrivate(new PKCS8EncodedKeySpec(bytes(halves[0])));
        this.publicKey = keys.generatePublic(new X509EncodedKeySpec(bytes(halves[1])));
    }

    /** X.509, in base64. */
    public String published() {
        return text(publicKey.getEncoded());
    }

    /** In base64. */
    String sign(byte[] payload) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(privateKey);
            signature.update(payload);
            return text(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Two lines: PKCS #8 and X.509, in base64. */
    private static String fresh() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
            return text(pair.getPrivate().getEncoded())
                    + "\n"
                    + text(pair.getPublic().getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] bytes(String text) {
        return Base64.getDecoder().decode(text);
    }
}
