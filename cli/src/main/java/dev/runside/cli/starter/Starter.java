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
 * @param metric a metric of its telemetry that counts requests by status; where there is none, the
 *     agent's health checks are counted
 * @param command how the service is started: a program by its absolute path, and arguments; empty
 *     when the agent shall not start it
 */
public record Starter(
        String person,
        String product,
        String hop,
        String service,
        Optional<String> health,
        Optional<String> metric,
        List<String> command) {

    private static final String USUAL_METRIC = "http.server.request.duration";

    private enum Counts {
        PROBES,
        REQUESTS
    }

    private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern SERVICE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,62}");
    private static final Pattern METRIC = Pattern.compile("[A-Za-z][A-Za-z0-9._/-]{0,254}");
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
        if (metric.isPresent() && !METRIC.matcher(metric.get()).matches()) {
            throw new IllegalArgumentException(
                    "metric: '"
                            + metric.get()
                            + "' is not a metric's name; write one as http.server.request.duration");
        }
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
        Counts counts = health.isPresent() && metric.isEmpty() ? Counts.PROBES : Counts.REQUESTS;
        return Template.named("catalog.yaml")
                .choosing("probed", counts == Counts.PROBES)
                .choosing("requests", counts == Counts.REQUESTS)
                .with("metric", metric.orElse(USUAL_METRIC))
                .choosing("started", !command.isEmpty())
                .choosing("watched", command.isEmpty())
                .filled(this);
    }

    /**
     * What the agent watches and may do.
     *
     * @param kept where the service's process id and output are kept
     * @param directory where it is started
     * @param telemetry where its metrics go; absent where that is not known yet
     */
    public String agent(Path kept, Path directory, Optional<Telemetry> telemetry) {
        return Template.named("agent.yaml")
                .choosing("probed", health.isPresent())
                .choosing("started", !command.isEmpty())
                .choosing("watched", command.isEmpty())
                .choosing("told", telemetry.isPresent())
                .choosing("untold", telemetry.isEmpty())
                .with("endpoint", telemetry.map(Telemetry::endpoint).orElse(""))
                .with("headers", telemetry.map(Telemetry::headers).orElse(""))
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
