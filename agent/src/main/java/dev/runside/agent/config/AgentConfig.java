package dev.runside.agent.config;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What stands in {@code agent.yaml}.
 *
 * @param commands programs that the agent may run, by absolute path
 * @param digests when not empty, only runs of runbook versions with these digests are served
 */
public record AgentConfig(
        String name,
        URI server,
        List<Service> services,
        Set<Path> commands,
        Set<String> digests,
        Probe probe) {

    public AgentConfig {
        services = List.copyOf(services);
        commands = Set.copyOf(commands);
        digests = Set.copyOf(digests);
    }

    /** Watches nothing and may do nothing: before anyone has written a file. */
    public static AgentConfig empty() {
        return new AgentConfig(
                "local",
                URI.create("http://127.0.0.1:7070"),
                List.of(),
                Set.of(),
                Set.of(),
                Probe.standard());
    }

    public Optional<Service> service(String wanted) {
        return services.stream().filter(service -> service.name().equals(wanted)).findFirst();
    }

    /** The same, with what the command line says instead. */
    public AgentConfig with(String otherName, URI otherServer) {
        return new AgentConfig(otherName, otherServer, services, commands, digests, probe);
    }
}
