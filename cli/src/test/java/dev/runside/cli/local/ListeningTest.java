package dev.runside.cli.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ListeningTest {

    private static final Transport PLAIN = new Transport.Plain();

    @Test
    void theUrlSpeaksOfTheHostAndNotOfTheAddress() {
        assertThat(new Listening("0.0.0.0", "ops.example", 7070, 4318, 4317, PLAIN).url())
                .isEqualTo("http://ops.example:7070");
        assertThat(new Listening("::1", "::1", 7070, 4318, 4317, PLAIN).otlpUrl())
                .isEqualTo("http://[::1]:4318");
    }

    @Test
    void tlsIsHandedToTheServerAsItsCertificateBundle() {
        Transport tls = new Transport.Tls(Path.of("/etc/c.pem"), Path.of("/etc/k.pem"));

        Listening listening = new Listening("10.0.0.7", "ops.example", 7070, 4318, 4317, tls);

        assertThat(listening.url()).isEqualTo("https://ops.example:7070");
        assertThat(listening.serverArguments())
                .containsExactly(
                        "--server.port=7070",
                        "--server.address=10.0.0.7",
                        "--runside.otlp-port=4318",
                        "--runside.otlp-grpc-port=4317",
                        "--runside.hosts=ops.example",
                        "--spring.ssl.bundle.pem.runside.keystore.certificate=file:///etc/c.pem",
                        "--spring.ssl.bundle.pem.runside.keystore.private-key=file:///etc/k.pem",
                        "--server.ssl.bundle=runside");
    }

    @Test
    void whatIsNoPortIsRefused() {
        assertThatThrownBy(() -> Listening.locally(0, 4318, 4317))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Listening.locally(7070, 65_536, 4317))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
