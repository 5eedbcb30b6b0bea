package dev.runside.cli.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.stream.Stream;

/** Finds out, before anything is started, whether somebody else holds a port. */
public final class PortCheck {

    private static final int CONNECT_MILLIS = 300;

    private PortCheck() {}

    /** One sentence for each port that cannot be had, naming the flag that moves it. */
    public static List<String> complaints(Listening listening) {
        if (listening.port() == listening.otlpPort()) {
            return List.of(
                    "The page and OTLP cannot share port %d: give another --otlp-port."
                            .formatted(listening.port()));
        }
        return Stream.of(
                        complaint(listening.bind(), listening.port(), "", "--port"),
                        complaint(
                                listening.bind(),
                                listening.otlpPort(),
                                " (OpenTelemetry collectors listen there)",
                                "--otlp-port"))
                .flatMap(List::stream)
                .toList();
    }

    /** A port that nobody holds at this moment, chosen by the system. */
    public static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static List<String> complaint(String bind, int port, String hint, String flag) {
        if (isFree(bind, port)) {
            return List.of();
        }
        return List.of(
                "Port %d on %s is taken%s: choose another with %s."
                        .formatted(port, bind, hint, flag));
    }

    static boolean isFree(String bind, int port) {
        return !answers(port) && canBind(bind, port);
    }

    /** Some systems let a loopback address be bound beside a listener on all addresses. */
    private static boolean answers(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
            return true;
        } catch (IOException nobody) {
            return false;
        }
    }

    private static boolean canBind(String bind, int port) {
        try (ServerSocket _ = new ServerSocket(port, 1, InetAddress.getByName(bind))) {
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
