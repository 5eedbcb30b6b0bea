package dev.runside.cli.local;

import dev.runside.cli.launcher.Typed;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Finds out, before anything is started, whether somebody else holds a port. */
public final class PortCheck {

    private static final int CONNECT_MILLIS = 300;
    private static final String HINT = " (OpenTelemetry collectors listen there)";

    private PortCheck() {}

    /**
     * One sentence for each port that cannot be had, naming the flag that moves it.
     *
     * @param home whose own Runside may be what holds it
     */
    public static List<String> complaints(Listening listening, Home home) throws IOException {
        List<String> shared = shared(listening);
        if (!shared.isEmpty()) {
            return shared;
        }
        Map<Integer, DataFolder> own = ownPorts(home);
        return Stream.of(
                        complaint(listening.bind(), listening.port(), "", "--port", own),
                        complaint(listening.bind(), listening.otlpPort(), HINT, "--otlp-port", own),
                        complaint(
                                listening.bind(),
                                listening.otlpGrpcPort(),
                                HINT,
                                "--otlp-grpc-port",
                                own))
                .flatMap(List::stream)
                .toList();
    }

    private static List<String> shared(Listening listening) {
        int grpc = listening.otlpGrpcPort();
        if (listening.port() == listening.otlpPort()) {
            return List.of(
                    "The page and OTLP cannot share port %d: give another --otlp-port."
                            .formatted(listening.port()));
        }
        return grpc == listening.port() || grpc == listening.otlpPort()
                ? List.of(
                        "OTLP over gRPC needs a port of its own, not %d: give another --otlp-grpc-port."
                                .formatted(grpc))
                : List.of();
    }

    private static Map<Integer, DataFolder> ownPorts(Home home) throws IOException {
        Map<Integer, DataFolder> ports = new HashMap<>();
        for (DataFolder data : home.usualData()) {
            RunFile.findAlive(data)
                    .ifPresent(run -> {
                        ports.put(URI.create(run.url()).getPort(), data);
                        ports.put(URI.create(run.otlpUrl()).getPort(), data);
                        run.otlpGrpcUrl()
                                .ifPresent(grpc -> ports.put(URI.create(grpc).getPort(), data));
                    });
        }
        return ports;
    }

    /** A port that nobody holds at this moment, chosen by the system. */
    public static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static List<String> complaint(
            String bind, int port, String hint, String flag, Map<Integer, DataFolder> own) {
        if (isFree(bind, port)) {
            return List.of();
        }
        DataFolder holder = own.get(port);
        if (holder != null) {
            String stop = Typed.command("down --data " + Typed.word(holder.path()));
            return List.of(
                    "Port %d on %s is held by your own Runside on %s: `%s` stops it; or choose another with %s."
                            .formatted(port, bind, holder.path(), stop, flag));
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
