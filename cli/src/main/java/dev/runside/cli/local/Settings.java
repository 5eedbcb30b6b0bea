package dev.runside.cli.local;

import java.util.List;

/**
 * How one Runside is to run.
 *
 * @param extraServerArguments handed to the server as they are, after those from the other settings
 */
public record Settings(DataFolder data, Listening listening, List<String> extraServerArguments) {

    public Settings {
        extraServerArguments = List.copyOf(extraServerArguments);
    }

    /** On this machine only, without TLS. */
    public static Settings local(DataFolder data, int port, int otlpPort, int otlpGrpcPort) {
        return new Settings(data, Listening.locally(port, otlpPort, otlpGrpcPort), List.of());
    }

    public Settings withServerArguments(List<String> more) {
        return new Settings(data, listening, more);
    }

    public String url() {
        return listening.url();
    }

    public String otlpUrl() {
        return listening.otlpUrl();
    }

    public String otlpGrpcUrl() {
        return listening.otlpGrpcUrl();
    }
}
