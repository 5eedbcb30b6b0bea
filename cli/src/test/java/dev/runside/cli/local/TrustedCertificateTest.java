package dev.runside.cli.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.runside.cli.client.ServerApi;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server with a certificate that nobody signed, made by the JDK's own keytool. */
class TrustedCertificateTest {

    private static final String PASSWORD = "of this test only";

    @TempDir private Path folder;
    private HttpsServer server;
    private String url;

    @BeforeEach
    void serve() throws Exception {
        keytool(
                "-genkeypair",
                "-alias",
                "s",
                "-keyalg",
                "EC",
                "-dname",
                "CN=s",
                "-ext",
                "SAN=IP:127.0.0.1");
        keytool("-exportcert", "-alias", "s", "-rfc", "-file", pem().toString());
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(identity()));
        server.createContext(
                "/",
                exchange -> {
                    exchange.sendResponseHeaders(204, -1);
                    exchange.close();
                });
        server.start();
        url = "https://127.0.0.1:" + server.getAddress().getPort();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void isBelievedOnceItIsLaidOut() throws Exception {
        Path trustStore = folder.resolve("trusted.jks");

        assertThatThrownBy(() -> ServerApi.at(url, "", trustStore).ask("/"))
                .isInstanceOf(SSLHandshakeException.class);
        new TrustedCertificate(pem()).writeTo(trustStore);
        assertThat(ServerApi.at(url, "", trustStore).ask("/").status()).isEqualTo(204);
    }

    @Test
    void whatIsNoCertificateIsNamed() throws IOException {
        Path notPem =
                Files.writeString(folder.resolve("not.pem"), "-----BEGIN CERTIFICATE-----\nx");

        assertThatThrownBy(() -> new TrustedCertificate(notPem).writeTo(folder.resolve("t.jks")))
                .isInstanceOf(StartFailedException.class)
                .hasMessageContaining("not.pem");
    }

    private Path pem() {
        return folder.resolve("certificate.pem");
    }

    private Path keyStore() {
        return folder.resolve("identity.p12");
    }

    private SSLContext identity() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keyStore())) {
            store.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory keys =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    private void keytool(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        command.addAll(List.of("-keystore", keyStore().toString(), "-storepass", PASSWORD));
        Process keytool =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("keytool.log").toFile())
                        .start();
        assertThat(keytool.waitFor()).as(command.toString()).isZero();
    }
}
