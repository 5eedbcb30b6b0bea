package dev.runside.cli.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortCheckTest {

    @Test
    void aListenerOnAllAddressesTakesTheLoopbackPortToo() throws IOException {
        try (ServerSocket other = new ServerSocket(0)) {
            assertThat(
                            PortCheck.complaints(
                                    Listening.locally(other.getLocalPort(), PortCheck.free())))
                    .singleElement()
                    .asString()
                    .endsWith("choose another with --port.");
        }
    }

    @Test
    void onePortForBothIsRefused() throws IOException {
        int port = PortCheck.free();

        assertThat(PortCheck.complaints(Listening.locally(port, port)))
                .singleElement()
                .asString()
                .contains("cannot share port " + port);
    }
}
