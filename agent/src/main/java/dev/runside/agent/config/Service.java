package dev.runside.agent.config;

import dev.runside.agent.process.Health;
import dev.runside.agent.process.Launch;
import dev.runside.agent.process.ServiceProcess;
import dev.runside.agent.step.Verb;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A service that the agent watches and, where it may, acts on.
 *
 * @param hop the reference of what it is in the catalog; the subject of what is seen
 * @param pidFiles where its pid is written: one file, or none for a service known by its health
 * @param launches how it is started: one way, or none when the agent may not start it
 * @param may what the agent may do with it
 * @param grace how long it may take to end on SIGTERM
 */
public record Service(
        String name,
        String hop,
        List<Path> pidFiles,
        List<Launch> launches,
        Health health,
        Set<Verb> may,
        Duration grace) {

    public Service {
        pidFiles = List.copyOf(pidFiles);
        launches = List.copyOf(launches);
        may = Set.copyOf(may);
    }

    public Optional<Path> pidFile() {
        return pidFiles.stream().findFirst();
    }

    public Optional<Launch> launch() {
        return launches.stream().findFirst();
    }

    public Optional<ServiceProcess> process() {
        return pidFile().map(file -> new ServiceProcess(file, health, grace));
    }
}
