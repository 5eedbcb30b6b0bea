package dev.runside.cli.local;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;

/**
 * How one Runside is to run.
 *
 * @param bind the address the listeners bind to
 * @param extraServerArguments handed to the server as they are, after those from the other settings
 */
public record Settings(
        DataFolder data,
        String bind,
        int port,
        int otlpPort,
        Transport transport,
        List<String> extraServerArguments) {

    public static final String LOOPBACK = "127.0.0.1";

    public Settings {
        requirePort(port);
        requirePort(otlpPort);
        extraServerArguments = List.copyOf(extraServerArguments);
    }

    /** On loopback, without TLS. */
    public static Settings local(DataFolder data, int port, int otlpPort) {
        return new Settings(data, LOOPBACK, port, otlpPort, new Transport.Plain(), List.of());
    }

    public Settings withServerArguments(List<String> more) {
        return new Settings(data, bind, port, otlpPort, transport, more);
    }

    public String url() {
        return transport.scheme() + "://" + host() + ":" + port;
    }

    public String otlpUrl() {
        return transport.scheme() + "://" + host() + ":" + otlpPort;
    }

    public boolean isLoopback() throws UnknownHostException {
        return InetAddress.getByName(bind).isLoopbackAddress();
    }

    List<String> serverArguments() {
        List<String> arguments = new ArrayList<>();
        arguments.add("--server.port=" + port);
        arguments.add("--server.address=" + bind);
        arguments.add("--runside.otlp-port=" + otlpPort);
        arguments.add("--runside.data=" + data.path());
        arguments.addAll(transport.serverArguments());
        arguments.addAll(extraServerArguments);
        return arguments;
    }

    /** Where this machine finds the server: a server on every address is also on loopback. */
    private String host() {
        return switch (bind) {
            case "0.0.0.0", "::", "*" -> LOOPBACK;
            default -> bind.contains(":") ? "[" + bind + "]" : bind;
        };
    }

    private static void requirePort(int port) {
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("A port is a number from 1 to 65535, not " + port);
        }
    }
}
