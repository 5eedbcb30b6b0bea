package dev.runside.cli.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;

/**
 * The server's certificate in the form in which programs of this machine are told to believe it,
 * whoever signed it. It holds nothing secret, hence no password.
 *
 * @param pem the certificate and its chain
 */
record TrustedCertificate(Path pem) {

    void writeTo(Path trustStore) throws IOException {
        try (OutputStream out = Files.newOutputStream(trustStore)) {
            KeyStore store = KeyStore.getInstance("JKS");
            store.load(null, null);
            int number = 0;
            for (Certificate certificate : certificates()) {
                store.setCertificateEntry("runside-" + number++, certificate);
            }
            store.store(out, new char[0]);
        } catch (GeneralSecurityException e) {
            throw new StartFailedException(
                    "%s is not a certificate in PEM: %s".formatted(pem, e.getMessage()));
        }
    }

    private Iterable<? extends Certificate> certificates()
            throws IOException, GeneralSecurityException {
        try (InputStream in = Files.newInputStream(pem)) {
            return CertificateFactory.getInstance("X.509").generateCertificates(in);
        }
    }
}
