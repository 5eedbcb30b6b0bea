package dev.runside.bench.rig;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the agent of a rig watches and may do.
 *
 * @param commands programs that it may run
 * @param probe as {@code probe} in {@code agent.yaml}; what is left out has its usual value
 */
public record AgentFile(List<Victim> victims, List<Path> commands, Map<String, Object> probe) {

    public AgentFile {
        victims = List.copyOf(victims);
        commands = List.copyOf(commands);
        probe = Map.copyOf(probe);
    }

    /** With the usual probes, and no command allowed. */
    public static AgentFile of(List<Victim> victims) {
        return new AgentFile(victims, List.of(), Map.of());
    }

    public AgentFile withCommands(List<Path> more) {
        return new AgentFile(victims, more, probe);
    }

    /** JSON is YAML. */
    void write(Path file) throws IOException {
        Map<String, Object> agent =
                Map.of(
                        "name",
                        Rig.AGENT,
                        "services",
                        victims.stream().map(Victim::definition).toList(),
                        "commands",
                        commands.stream().map(Path::toString).toList(),
                        "probe",
                        probe);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.writeString(
                file,
                JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(agent));
    }
}
