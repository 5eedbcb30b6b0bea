package dev.runside.cli;

import dev.runside.cli.local.Home;
import dev.runside.cli.local.Listening;
import dev.runside.cli.local.PortCheck;
import dev.runside.cli.local.Settings;
import dev.runside.cli.local.Transport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where Runside listens and keeps its data, and who can hear what is said to it. */
final class ListenOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Mixin private DataOption data;

    @Option(
            names = "--port",
            defaultValue = "${env:RUNSIDE_PORT:-7070}",
            description =
                    "The port of the page and the API (default: RUNSIDE_PORT, or 7070; 0: any that is free).")
    private int port;

    @Option(
            names = "--otlp-port",
            defaultValue = "${env:RUNSIDE_OTLP_PORT:-4318}",
            description =
                    "The port for OpenTelemetry (default: RUNSIDE_OTLP_PORT, or 4318; 0: any that is free).")
    private int otlpPort;

    @Option(
            names = "--otlp-grpc-port",
            defaultValue = "${env:RUNSIDE_OTLP_GRPC_PORT:-4317}",
            description =
                    "The port for OpenTelemetry by gRPC (default: RUNSIDE_OTLP_GRPC_PORT, or 4317; 0: any that is free).")
    private int otlpGrpcPort;

    @Option(
            names = "--bind",
            paramLabel = "ADDRESS",
            defaultValue = Listening.LOOPBACK,
            description = "The address to listen on (default: this machine only).")
    private String bind;

    @Option(
            names = "--host",
            paramLabel = "NAME",
            description = "The name by which others reach it (default: the address).")
    private @Nullable String host;

    @Option(
            names = "--tls-cert",
            paramLabel = "FILE",
            description = "The server's certificate with its chain, as PEM.")
    private @Nullable Path certificate;

    @Option(
            names = "--tls-key",
            paramLabel = "FILE",
            description = "The certificate's private key, as PEM.")
    private @Nullable Path key;

    @Option(
            names = "--insecure",
            description = "Listens beyond this machine without TLS: tokens can be overheard.")
    private boolean insecure;

    Settings settings(Home home) throws IOException {
        Listening listening =
                new Listening(
                        bind,
                        host == null ? reachable(bind) : host,
                        port == 0 ? PortCheck.free() : port,
                        otlpPort == 0 ? PortCheck.free() : otlpPort,
                        otlpGrpcPort == 0 ? PortCheck.free() : otlpGrpcPort,
                        transport());
        boolean overheard = listening.transport() instanceof Transport.Plain && !insecure;
        if (overheard && !listening.isLoopback()) {
            throw refusal(
                    "Beyond this machine tokens could be overheard: give --tls-cert and --tls-key, or say --insecure.");
        }
        return new Settings(
                data.folder(home),
                listening,
                insecure ? List.of("--runside.insecure=true") : List.of());
    }

    /** The same settings as a command line, with the ports that were chosen. */
    List<String> asArguments(Settings settings, String... first) {
        Listening listening = settings.listening();
        List<String> arguments = new ArrayList<>(List.of(first));
        arguments.addAll(List.of("--data", settings.data().path().toString()));
        arguments.addAll(List.of("--bind", listening.bind(), "--host", listening.host()));
        arguments.addAll(List.of("--port", "" + listening.port()));
        arguments.addAll(List.of("--otlp-port", "" + listening.otlpPort()));
        arguments.addAll(List.of("--otlp-grpc-port", "" + listening.otlpGrpcPort()));
        if (listening.transport() instanceof Transport.Tls(Path chain, Path secret)) {
            arguments.addAll(List.of("--tls-cert", chain.toString()));
            arguments.addAll(List.of("--tls-key", secret.toString()));
        }
        if (insecure) {
            arguments.add("--insecure");
        }
        return arguments;
    }

    /** A server on every address is on this machine's own, too. */
    private static String reachable(String bind) {
        return switch (bind) {
            case "0.0.0.0", "::", "*" -> Listening.LOOPBACK;
            default -> bind;
        };
    }

    private Transport transport() {
        if (certificate == null && key == null) {
            return new Transport.Plain();
        }
        if (certificate == null || key == null) {
            throw refusal("TLS needs both --tls-cert and --tls-key.");
        }
        return new Transport.Tls(readable(certificate), readable(key));
    }

    private Path readable(Path file) {
        if (!Files.isReadable(file)) {
            throw refusal("Cannot read " + file + ".");
        }
        return file.toAbsolutePath();
    }

    private ParameterException refusal(String why) {
        return new ParameterException(command.commandLine(), why);
    }
}
