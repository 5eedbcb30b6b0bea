package dev.runside.cli.starter;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What has to be known of a product to begin with.
 *
 * @param service the {@code service.name} that its telemetry carries
 * @param health an address that answers while the service is well
 * @param command how the service is started: a program by its absolute path, and arguments; empty
 *     when the agent shall not start it
 */
public record Starter(
        String person,
        String product,
        String hop,
        String service,
        Optional<String> health,
        List<String> command) {

    private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern SERVICE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,62}");
    private static final Pattern HEALTH =
            Pattern.compile("(https?|tcp)://[!-~&&[^'\"\\\\]]{1,500}");

    public Starter {
        named("person", person);
        named("product", product);
        named("hop", hop);
        if (!SERVICE.matcher(service).matches()) {
            throw new IllegalArgumentException(
                    "service: '"
                            + service
                            + "' is not a service.name; use up to 63 letters, digits, dots, dashes"
                            + " and _");
        }
        command = List.copyOf(command);
        if (health.isPresent() && !HEALTH.matcher(health.get()).matches()) {
            throw new IllegalArgumentException(
                    "health: '"
                            + health.get()
                            + "' is not an address; write http://127.0.0.1:8081/health or"
                            + " tcp://127.0.0.1:5432");
        }
        if (!command.isEmpty() && !Path.of(command.getFirst()).isAbsolute()) {
            throw new IllegalArgumentException(
                    "command: '"
                            + command.getFirst()
                            + "' is not an absolute path; write /path/to/program");
        }
    }

    private static void named(String what, String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    what
                            + ": '"
                            + name
                            + "' is not a name; use up to 63 small letters, digits and dashes");
        }
    }

    /** The definitions, to be applied. */
    public String catalog() {
        return Template.named("catalog.yaml")
                .choosing("probed", health.isPresent())
                .choosing("requests", health.isEmpty())
                .choosing("started", !command.isEmpty())
                .choosing("watched", command.isEmpty())
                .filled(this);
    }

    /**
     * What the agent watches and may do.
     *
     * @param kept where the service's process id and output are kept
     * @param directory where it is started
     */
    public String agent(Path kept, Path directory) {
        return Template.named("agent.yaml")
                .choosing("probed", health.isPresent())
                .choosing("started", !command.isEmpty())
                .choosing("watched", command.isEmpty())
                .with("pidFile", quoted(kept.resolve(service + ".pid").toString()))
                .with("logFile", quoted(kept.resolve(service + ".log").toString()))
                .with("workingDirectory", quoted(directory.toString()))
                .filled(this);
    }

    String commandLine() {
        return command.stream().map(Starter::quoted).toList().toString();
    }

    /** A string of YAML in double quotes, whatever is in it. */
    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints()
                .forEach(point -> {
                    if (point == '"' || point == '\\') {
                        quoted.append('\\').appendCodePoint(point);
                    } else if (Character.isISOControl(point)) {
                        quoted.append("\\u%04x".formatted(point));
                    } else {
                        quoted.appendCodePoint(point);
                    }
                });
        return quoted.append('"').toString();
    }
}
