package dev.runside.cli.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class SettingsTest {

    private static final DataFolder DATA = new DataFolder(Path.of("/srv/runside"));

    private static Settings bound(String address, Transport transport) {
        return new Settings(DATA, address, 7070, 4318, transport, List.of());
    }

    @Test
    void aServerOnEveryAddressIsReachedOnLoopback() {
        assertThat(bound("0.0.0.0", new Transport.Plain()).url())
                .isEqualTo("http://127.0.0.1:7070");
        assertThat(bound("::1", new Transport.Plain()).url()).isEqualTo("http://[::1]:7070");
    }

    @Test
    void tlsIsHandedToTheServerAsItsCertificateBundle() {
        Settings settings =
                bound("10.0.0.7", new Transport.Tls(Path.of("/etc/c.pem"), Path.of("/etc/k.pem")));

        assertThat(settings.url()).isEqualTo("https://10.0.0.7:7070");
        assertThat(settings.serverArguments())
                .containsExactly(
                        "--server.port=7070",
                        "--server.address=10.0.0.7",
                        "--runside.otlp-port=4318",
                        "--runside.data=/srv/runside",
                        "--spring.ssl.bundle.pem.runside.keystore.certificate=file:///etc/c.pem",
                        "--spring.ssl.bundle.pem.runside.keystore.private-key=file:///etc/k.pem",
                        "--server.ssl.bundle=runside");
    }

    @Test
    void whatIsNoPortIsRefused() {
        assertThatThrownBy(() -> Settings.local(DATA, 0, 4318))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Settings.local(DATA, 7070, 65_536))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
