package dev.runside.agent;

import dev.runside.agent.config.AgentConfig;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The command line, read. */
record Arguments(Map<String, String> values, Set<String> switches) {

    static final String HELP =
            """
            The Runside ops agent: watches services, tells the server, does what it may.

            Usage: java -cp … dev.runside.agent.Main --data DIR [options]

              --data DIR                 where key, journal, emergency card and hold file are kept
              --config FILE              what the agent watches and may do (default: DIR/agent.yaml,
                                         where none is an empty one; read again when it changes)
              --server URL               instead of the server in the configuration
              --name NAME                instead of the name in the configuration
              --enroll-token-file FILE   one-time token, needed once (default: DIR/enroll-token)
              --insecure                 allow http:// to a server beyond this machine
              --start SERVICE            start that service as the agent would, say how it is, and end
              --check                    read the configuration, say whether it is good, and end
              --help, --version

            While the file DIR/hold exists, nothing is acted on; watching and telling go on.
            """;

    private static final Set<String> VALUES =
            Set.of("--data", "--server", "--config", "--enroll-token-file", "--name", "--start");

    private static final Set<String> SWITCHES =
            Set.of("--help", "--version", "--check", "--insecure");

    static Arguments read(String... arguments) throws UsageException {
        Map<String, String> values = new HashMap<>();
        Set<String> switches = new HashSet<>();
        for (int i = 0; i < arguments.length; i++) {
            String argument = arguments[i];
            if (SWITCHES.contains(argument)) {
                switches.add(argument);
            } else if (!VALUES.contains(argument)) {
                throw new UsageException("Unknown option " + argument + "; see --help.");
            } else if (++i == arguments.length || arguments[i].isBlank()) {
                throw new UsageException(argument + " needs a value; see --help.");
            } else {
                values.put(argument, arguments[i]);
            }
        }
        return new Arguments(Map.copyOf(values), Set.copyOf(switches));
    }

    boolean has(String name) {
        return switches.contains(name);
    }

    /** The service that a person wants started, if that is all that is wanted. */
    Optional<String> start() {
        return find("--start");
    }

    /** Whether an agent is to be begun, and not only something answered or done once. */
    boolean isForWork() {
        return !has("--check") && start().isEmpty();
    }

    Path data() throws UsageException {
        return find("--data")
                .map(Path::of)
                .map(Path::toAbsolutePath)
                .orElseThrow(() -> new UsageException("--data DIR is missing; see --help."));
    }

    Path config() throws UsageException {
        Path standard = data().resolve("agent.yaml");
        return find("--config").map(Path::of).map(Path::toAbsolutePath).orElse(standard);
    }

    Path tokenFile() throws UsageException {
        Path standard = data().resolve("enroll-token");
        return find("--enroll-token-file").map(Path::of).orElse(standard);
    }

    /** Whether the file was named, and not only looked for where it usually is. */
    boolean namesConfig() {
        return find("--config").isPresent();
    }

    /** The configuration, with what the command line says instead. */
    AgentConfig over(AgentConfig read) throws UsageException {
        return read.with(find("--name").orElse(read.name()), server().orElse(read.server()));
    }

    private Optional<URI> server() throws UsageException {
        Optional<String> server = find("--server");
        try {
            return server.map(URI::create);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--server " + server.orElse("") + " is not an address.");
        }
    }

    private Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name));
    }
}
