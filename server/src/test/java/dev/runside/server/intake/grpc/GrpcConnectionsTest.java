package dev.runside.server.intake.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runside.server.Soon;
import dev.runside.server.intake.IntakeTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Connections that say nothing cannot fill the memory, nor keep others out for long. */
@IntakeTest
class GrpcConnectionsTest {

    private static final Duration LONG = Duration.ofMinutes(5);
    private static final byte[] PREFACE =
            "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] SETTINGS = {0, 0, 0, 4, 0, 0, 0, 0, 0};

    @Autowired private Services services;
    @Autowired private List<GrpcMethod> methods;
    @Autowired private GrpcPort usual;

    private final List<Socket> sockets = new ArrayList<>();
    private final List<GrpcPort> ports = new ArrayList<>();

    @AfterEach
    void end() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
        ports.forEach(GrpcPort::stop);
    }

    @Test
    void aConnectionMoreThanMayBeOpenIsClosedAtOnceAndWhenOneLeavesTheNextIsTaken()
            throws IOException {
        int port = port(new Limits(3, LONG, LONG));
        List<Socket> taken = List.of(connected(port), connected(port), connected(port));
        for (Socket each : taken) {
            assertThat(greeted(each)).isTrue();
        }
        assertThat(greeted(connected(port))).isFalse();
        assertThat(greeted(connected(port))).isFalse();

        taken.getFirst().close();
        Soon.get(() -> greeted(connected(port)), greeted -> greeted);
        assertThat(greeted(connected(port))).isFalse();
    }

    @Test
    void aConnectionWithoutACallIsClosedAndAnotherTakesItsPlace() throws IOException {
        int port = port(new Limits(1, Duration.ofSeconds(1), LONG));
        assertThat(greeted(connected(port))).isTrue();

        Soon.get(() -> greeted(connected(port)), greeted -> greeted);
    }

    @Test
    void aConnectionThatIsOldIsClosedToo() throws IOException {
        int port = port(new Limits(1, LONG, Duration.ofSeconds(1)));
        assertThat(greeted(connected(port))).isTrue();

        Soon.get(() -> greeted(connected(port)), greeted -> greeted);
    }

    @Test
    void aThousandMayBeOpenOnTheServersPort() throws IOException {
        for (int at = 0; at < Limits.USUAL.connections(); at++) {
            connected(usual.number());
        }
        Soon.get(() -> greeted(connected(usual.number())), greeted -> !greeted);
        for (Socket each : sockets) {
            each.close();
        }
        Soon.get(() -> greeted(connected(usual.number())), greeted -> greeted);
    }

    private int port(Limits limits) {
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        var port = new GrpcPort(services, methods, address, limits);
        port.start();
        ports.add(port);
        return port.number();
    }

    private Socket connected(int port) {
        try {
            var socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setSoTimeout(10_000);
            sockets.add(socket);
            return socket;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** The server answers the beginning of HTTP/2 with a frame of its own, or has closed. */
    private static boolean greeted(Socket socket) {
        try {
            socket.getOutputStream().write(PREFACE);
            socket.getOutputStream().write(SETTINGS);
            return socket.getInputStream().read() >= 0;
        } catch (IOException _) {
            return false;
        }
    }
}
