package dev.runside.agent.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.agent.SmallService;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Certificates and names, asked for. */
class CertificateHealthTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String PASSWORD = "of-a-test-only";

    @TempDir private Path folder;

    @Test
    void aCertificateThatLastsIsGoodAndOneThatEndsSoonSaysWhen() throws Exception {
        KeyStore certificate = certificate("CN=localhost", 30);
        try (SSLServerSocket server = serving(certificate)) {
            assertThat(asked(server, certificate, "localhost", "")).isEqualTo(HealthAnswer.good());
            assertThat(asked(server, certificate, "localhost", "?days=29"))
                    .isEqualTo(HealthAnswer.good());
            assertThat(asked(server, certificate, "localhost", "?days=31"))
                    .isEqualTo(new HealthAnswer.Miss("its certificate ends in 29 days"));
        }
    }

    @Test
    void aCertificateOfAnotherNameOrThatNobodyVouchesForIsAMiss() throws Exception {
        KeyStore certificate = certificate("CN=localhost", 30);
        try (SSLServerSocket server = serving(certificate)) {
            assertThat(asked(server, certificate, "127.0.0.1", ""))
                    .isInstanceOfSatisfying(
                            HealthAnswer.Miss.class,
                            miss -> assertThat(miss.reason()).startsWith("its certificate: "));
            URI uri = URI.create("tls://localhost:" + server.getLocalPort());
            assertThat(Health.of(uri).ask(PATIENCE))
                    .isInstanceOfSatisfying(
                            HealthAnswer.Miss.class,
                            miss -> assertThat(miss.reason()).startsWith("its certificate: "));
        }
    }

    @Test
    void whereNobodySpeaksTlsIsAMiss() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            URI uri = URI.create("tls://127.0.0.1:" + silent.getLocalPort());
            assertThat(Health.of(uri).ask(Duration.ofMillis(300)))
                    .isEqualTo(new HealthAnswer.Miss("no answer within 300 ms"));
        }
        URI closed = URI.create("tls://127.0.0.1:" + SmallService.freePort());
        assertThat(Health.of(closed).ask(PATIENCE))
                .isEqualTo(new HealthAnswer.Miss("connection refused"));
    }

    @Test
    void aNameIsGoodWithAnAddressAndWithTheOneThatIsExpected() throws Exception {
        assertThat(Health.of(URI.create("dns://localhost")).ask(PATIENCE))
                .isEqualTo(HealthAnswer.good());
        assertThat(Health.of(URI.create("dns://localhost?has=127.0.0.1")).ask(PATIENCE))
                .isEqualTo(HealthAnswer.good());
        assertThat(Health.of(URI.create("dns://localhost?has=192.0.2.1")).ask(PATIENCE))
                .isInstanceOfSatisfying(
                        HealthAnswer.Miss.class,
                        miss -> assertThat(miss.reason()).contains("127.0.0.1"));
        assertThat(Health.of(URI.create("dns://no-such-name.invalid")).ask(PATIENCE))
                .isInstanceOf(HealthAnswer.Miss.class);
    }

    private static HealthAnswer asked(
            SSLServerSocket server, KeyStore believed, String host, String query) throws Exception {
        TrustManagerFactory trust =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(believed);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        URI uri = URI.create("tls://" + host + ":" + server.getLocalPort() + query);
        return TlsHealth.of(uri, context.getSocketFactory()).ask(PATIENCE);
    }

    private static SSLServerSocket serving(KeyStore certificate) throws Exception {
        KeyManagerFactory keys =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(certificate, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        var server =
                (SSLServerSocket)
                        context.getServerSocketFactory()
                                .createServerSocket(0, 5, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().start(() -> accept(server));
        return server;
    }

    private static void accept(SSLServerSocket server) {
        while (!server.isClosed()) {
            try (SSLSocket socket = (SSLSocket) server.accept()) {
                socket.startHandshake();
                socket.getInputStream().read();
            } catch (IOException _) {
                // Whoever asked has gone, or did not believe it.
            }
        }
    }

    /** Made by the JDK's own keytool. */
    private KeyStore certificate(String name, int days) throws Exception {
        Path file = folder.resolve("certificate.p12");
        Process keytool =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-genkeypair",
                                "-keystore",
                                file.toString(),
                                "-storetype",
                                "PKCS12",
                                "-storepass",
                                PASSWORD,
                                "-alias",
                                "one",
                                "-keyalg",
                                "EC",
                                "-dname",
                                name,
                                "-ext",
                                "san=dns:localhost",
                                "-validity",
                                String.valueOf(days))
                        .redirectErrorStream(true)
                        .start();
        String said = new String(keytool.getInputStream().readAllBytes());
        assertThat(keytool.waitFor()).as(said).isZero();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(file)) {
            store.load(in, PASSWORD.toCharArray());
        }
        return store;
    }
}
