package dev.runside.cli;

import dev.runside.cli.client.Credentials;
import dev.runside.cli.client.ServerApi;
import dev.runside.cli.launcher.Typed;
import dev.runside.cli.local.DataFolder;
import dev.runside.cli.local.Home;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * The server that a command speaks to, and as whom: {@code RUNSIDE_URL} and {@code RUNSIDE_TOKEN};
 * else the folder given; else the Runside that runs on this machine, {@code up} before {@code
 * demo}.
 */
final class Connection {

    private static final String URL = "RUNSIDE_URL";
    private static final String TOKEN = "RUNSIDE_TOKEN";

    private final Map<String, String> environment;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "The data folder of the Runside to speak to (default: the one that runs).")
    private @Nullable Path folder;

    Connection() {
        this(System.getenv());
    }

    Connection(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /** Ready to be asked; an error that says what to do where there is none. */
    ServerApi open() throws IOException {
        Optional<String> url = variable(URL);
        if (url.isPresent() && folder == null) {
            return ServerApi.at(url.get(), variable(TOKEN).orElseThrow(Connection::noToken));
        }
        DataFolder data = data();
        Credentials self =
                Credentials.find(data.credentials())
                        .orElseThrow(() ->
                                new IOException(
                                        "No one is enrolled in "
                                                + data.path()
                                                + ". Start it: "
                                                + Typed.command("up --data ")
                                                + Typed.word(data.path())));
        return ServerApi.at(self.url(), self.token(), data.trustStore());
    }

    /** The folder beside this machine's agent; absent where a Runside elsewhere is spoken to. */
    Optional<DataFolder> local() throws IOException {
        boolean elsewhere = variable(URL).isPresent() && folder == null;
        return elsewhere ? Optional.empty() : Optional.of(data());
    }

    /** The folder of the Runside that runs on this machine. */
    DataFolder data() throws IOException {
        return folder == null ? data(Home.current()) : new DataFolder(folder);
    }

    DataFolder data(Home home) throws IOException {
        return home.runningData()
                .orElseThrow(() ->
                        new IOException(
                                "Nothing runs here. Start it: %s (or: %s). For a Runside elsewhere set %s and %s."
                                        .formatted(
                                                Typed.command("up"),
                                                Typed.command("demo"),
                                                URL,
                                                TOKEN)));
    }

    /** Whether the sample company's Runside is spoken to. */
    boolean isDemo() throws IOException {
        Optional<DataFolder> data = local();
        return data.isPresent() && Home.find().filter(home -> home.isDemo(data.get())).isPresent();
    }

    private Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }

    private static IOException noToken() {
        return new IOException(URL + " is set and " + TOKEN + " is not: set it to your own token.");
    }
}
