package dev.runside.cli.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PortCheckTest {

    private static Settings on(int port, int otlpPort) {
        return Settings.local(new DataFolder(Path.of("unused")), port, otlpPort);
    }

    @Test
    void aListenerOnAllAddressesTakesTheLoopbackPortToo() throws IOException {
        try (ServerSocket other = new ServerSocket(0)) {
            assertThat(PortCheck.complaints(on(other.getLocalPort(), PortCheck.free())))
                    .singleElement()
                    .asString()
                    .endsWith("choose another with --port.");
        }
    }

    @Test
    void onePortForBothIsRefused() throws IOException {
        int port = PortCheck.free();

        assertThat(PortCheck.complaints(on(port, port)))
                .singleElement()
                .asString()
                .contains("cannot share port " + port);
    }
}
