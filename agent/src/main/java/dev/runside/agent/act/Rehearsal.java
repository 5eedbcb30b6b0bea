package dev.runside.agent.act;

import static java.lang.System.Logger.Level.WARNING;

import dev.runside.agent.process.Health;
import dev.runside.agent.process.Launch;
import dev.runside.agent.process.ServiceProcess;
import dev.runside.agent.time.Deadline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Starts and ends a process that does nothing. An agent that cannot start processes says so now and
 * not when it is needed; and the first real start finds everything loaded, which saves a third of a
 * second.
 *
 * @param directory the agent's own
 */
public record Rehearsal(Path directory) implements Runnable {

    private static final System.Logger LOG = System.getLogger("runside.agent");
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Override
    public void run() {
        try {
            rehearse();
        } catch (IOException e) {
            LOG.log(WARNING, "This agent cannot start processes: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void rehearse() throws IOException, InterruptedException {
        Path pidFile = directory.resolve("rehearsal.pid");
        Path logFile = directory.resolve("rehearsal.log");
        ServiceProcess process = new ServiceProcess(pidFile, Health.none(), PATIENCE);
        Launch nothing = new Launch(List.of(nothing()), directory, Map.of(), logFile);
        process.restart(nothing, Deadline.in(PATIENCE));
        process.restart(nothing, Deadline.in(PATIENCE));
        process.stop(Deadline.in(PATIENCE));
        Files.deleteIfExists(logFile);
    }

    private static String nothing() throws IOException {
        return Stream.of("/bin/true", "/usr/bin/true")
                .filter(path -> Files.isExecutable(Path.of(path)))
                .findFirst()
                .orElseThrow(() -> new IOException("there is no program true"));
    }
}
