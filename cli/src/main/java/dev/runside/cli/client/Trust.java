package dev.runside.cli.client;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * Whom to believe at the other end of a TLS connection: those in a file, or where it is absent, the
 * usual.
 */
final class Trust {

    private Trust() {}

    static SSLContext from(Path trustStore) throws IOException {
        try {
            if (!Files.exists(trustStore)) {
                return usual();
            }
            TrustManagerFactory managers =
                    TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(read(trustStore));
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException("Cannot use the certificates in " + trustStore, e);
        }
    }

    static SSLContext usual() throws IOException {
        try {
            return SSLContext.getDefault();
        } catch (GeneralSecurityException e) {
            throw new IOException("This Java cannot speak TLS", e);
        }
    }

    private static KeyStore read(Path trustStore) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("JKS");
        try (InputStream in = Files.newInputStream(trustStore)) {
            store.load(in, null);
        }
        return store;
    }
}
