package dev.runside.bench.rig;

import dev.runside.agent.process.Health;
import dev.runside.agent.process.Launch;
import dev.runside.agent.process.ProcessIdentity;
import dev.runside.agent.process.ServiceProcess;
import dev.runside.agent.process.ServiceState;
import dev.runside.agent.process.Sighting;
import dev.runside.agent.time.Deadline;
import dev.runside.cli.local.PortCheck;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A real service that the agent watches and may restart.
 *
 * @param name its name in {@code agent.yaml}, and in runbooks
 * @param hop what it is in the catalog, as in {@code hop:mail/relay}
 * @param folder where its pid file and log lie
 * @param launcher what the agent starts it through: a program and its first arguments; often none
 */
public record Victim(String name, String hop, Path folder, int port, List<String> launcher) {

    private static final Duration START_LIMIT = Duration.ofSeconds(20);
    private static final Duration GRACE = Duration.ofSeconds(3);

    public Victim {
        launcher = List.copyOf(launcher);
    }

    /** On a port that is free at this moment. */
    public static Victim in(Path folder, String name, String hop) throws IOException {
        return new Victim(name, hop, folder.toAbsolutePath(), PortCheck.free(), List.of());
    }

    /** Returns when it answers. */
    public void start() throws IOException, InterruptedException {
        Launch launch = new Launch(command(), folder, Map.of(), logFile());
        Sighting found = process().start(launch, Deadline.in(START_LIMIT));
        if (found.state() != ServiceState.ANSWERING) {
            throw new IOException(name + " does not answer: " + found.reason());
        }
    }

    /** The process that the pid file names, while it lives; it may not answer yet. */
    public Optional<ProcessHandle> find() {
        return process().find().map(ProcessIdentity::pid).flatMap(ProcessHandle::of);
    }

    public boolean answers() throws InterruptedException {
        return process().look(Duration.ofSeconds(1)).state() == ServiceState.ANSWERING;
    }

    /** SIGKILL. */
    public void kill() {
        Signals.kill(find().orElseThrow());
    }

    /** SIGTERM; returns when it is gone. */
    public void stop() throws IOException, InterruptedException {
        process().stop(Deadline.in(GRACE.plusSeconds(2)));
        process().endStrays();
    }

    /** As it stands in {@code agent.yaml}. */
    Map<String, Object> definition() {
        return Map.of(
                "name", name,
                "hop", hop,
                "command", launched(),
                "directory", folder.toString(),
                "pidFile", pidFile().toString(),
                "logFile", logFile().toString(),
                "health", health().toString(),
                "may", List.of("status", "restart", "start", "stop"));
    }

    private List<String> launched() {
        return Stream.concat(launcher.stream(), command().stream()).toList();
    }

    /** Without its launcher. */
    public List<String> command() {
        return JavaCommand.of(VictimMain.class, List.of(Integer.toString(port)));
    }

    private ServiceProcess process() {
        return new ServiceProcess(pidFile(), Health.of(health()), GRACE);
    }

    private URI health() {
        return URI.create("http://127.0.0.1:" + port + "/health");
    }

    private Path pidFile() {
        return folder.resolve(name + ".pid");
    }

    private Path logFile() {
        return folder.resolve(name + ".log");
    }
}
