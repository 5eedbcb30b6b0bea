package dev.runside.agent.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How a service is started.
 *
 * @param command program and arguments; no shell reads them
 * @param environment added to the few settings that every process gets; nothing else of the
 *     starter's own environment is passed on
 * @param logFile what the process prints is appended here
 */
public record Launch(
        List<String> command, Path directory, Map<String, String> environment, Path logFile) {

    public Launch {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
        if (command.isEmpty() || !Path.of(command.getFirst()).isAbsolute()) {
            throw new IllegalArgumentException(
                    "A command begins with an absolute path: " + command);
        }
        if (!directory.isAbsolute() || !logFile.isAbsolute()) {
            throw new IllegalArgumentException("Directory and log file must be absolute paths");
        }
    }
}
