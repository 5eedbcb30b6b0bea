package dev.runside.cli.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortCheckTest {

    @TempDir private Path folder;

    @Test
    void aListenerOnAllAddressesTakesTheLoopbackPortToo() throws IOException {
        try (ServerSocket other = new ServerSocket(0)) {
            assertThat(
                            PortCheck.complaints(
                                    Listening.locally(
                                            other.getLocalPort(),
                                            PortCheck.free(),
                                            PortCheck.free()),
                                    home()))
                    .singleElement()
                    .asString()
                    .endsWith("choose another with --port.");
        }
    }

    @Test
    void onePortForBothIsRefused() throws IOException {
        int port = PortCheck.free();

        assertThat(PortCheck.complaints(Listening.locally(port, port, PortCheck.free()), home()))
                .singleElement()
                .asString()
                .contains("cannot share port " + port);
    }

    @Test
    void gRpcNeedsAPortOfItsOwn() throws IOException {
        int port = PortCheck.free();

        assertThat(PortCheck.complaints(Listening.locally(PortCheck.free(), port, port), home()))
                .singleElement()
                .asString()
                .contains("not " + port, "--otlp-grpc-port");
    }

    @Test
    void aPortThatOnesOwnRunsideHoldsIsSaidWithTheWayToStopThat() throws IOException {
        try (ServerSocket own = new ServerSocket(0)) {
            DataFolder demo = new DataFolder(home().demoData());
            Running.on(demo, "http://127.0.0.1:" + own.getLocalPort());

            assertThat(
                            PortCheck.complaints(
                                    Listening.locally(
                                            own.getLocalPort(), PortCheck.free(), PortCheck.free()),
                                    home()))
                    .singleElement()
                    .asString()
                    .contains("is held by your own Runside on " + demo.path())
                    .contains("`runside down --data " + demo.path() + "` stops it");
        }
    }

    private Home home() {
        return new Home(folder, folder, folder, folder.resolve("var"));
    }
}
