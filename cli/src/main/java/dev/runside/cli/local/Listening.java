package dev.runside.cli.local;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the server listens, and how it is reached there.
 *
 * @param bind the address its listeners bind to
 * @param host the name or address by which people and programs reach it
 */
public record Listening(
        String bind, String host, int port, int otlpPort, int otlpGrpcPort, Transport transport) {

    public static final String LOOPBACK = "127.0.0.1";

    public Listening {
        requirePort(port);
        requirePort(otlpPort);
        requirePort(otlpGrpcPort);
    }

    /** On this machine only, without TLS. */
    public static Listening locally(int port, int otlpPort, int otlpGrpcPort) {
        return new Listening(
                LOOPBACK, LOOPBACK, port, otlpPort, otlpGrpcPort, new Transport.Plain());
    }

    public String url() {
        return transport.scheme() + "://" + urlHost() + ":" + port;
    }

    public String otlpUrl() {
        return transport.scheme() + "://" + urlHost() + ":" + otlpPort;
    }

    /** Never with TLS: beyond this machine it is reached only where that was allowed. */
    public String otlpGrpcUrl() {
        return "http://" + urlHost() + ":" + otlpGrpcPort;
    }

    public boolean isLoopback() throws UnknownHostException {
        return InetAddress.getByName(bind).isLoopbackAddress();
    }

    List<String> serverArguments() {
        List<String> arguments = new ArrayList<>();
        arguments.add("--server.port=" + port);
        arguments.add("--server.address=" + bind);
        arguments.add("--runside.otlp-port=" + otlpPort);
        arguments.add("--runside.otlp-grpc-port=" + otlpGrpcPort);
        if (!host.equals(bind)) {
            arguments.add("--runside.hosts=" + host);
        }
        arguments.addAll(transport.serverArguments());
        return arguments;
    }

    private String urlHost() {
        return host.contains(":") ? "[" + host + "]" : host;
    }

    private static void requirePort(int port) {
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("A port is a number from 1 to 65535, not " + port);
        }
    }
}
