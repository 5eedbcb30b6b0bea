package dev.runside.agent;

import dev.runside.agent.process.Health;
import dev.runside.agent.process.Launch;
import dev.runside.agent.process.ServiceProcess;
import dev.runside.agent.time.Deadline;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A directory with one small service in it, and an agent that may do all with it. */
public final class Playground implements AutoCloseable {

    private final Path directory;
    private final Launch launch;
    private final ServiceProcess relay;
    private final int port = SmallService.freePort();

    public Playground(Path directory) throws IOException {
        this.directory = directory.toAbsolutePath();
        this.launch =
                new Launch(
                        SmallService.command(port),
                        this.directory,
                        Map.of("API_TOKEN", "verysecretvalue"),
                        this.directory.resolve("relay.log"));
        this.relay =
                new ServiceProcess(
                        pidFile(), Health.of(URI.create(health())), Duration.ofSeconds(2));
    }

    public ServiceProcess relay() {
        return relay;
    }

    /** Every process that runs the service, whoever knows of it. */
    public List<Long> relays() {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").endsWith(" " + port))
                .map(ProcessHandle::pid)
                .toList();
    }

    public Launch launch() {
        return launch;
    }

    public String health() {
        return "http://127.0.0.1:" + port + "/health";
    }

    public Path pidFile() {
        return directory.resolve("relay.pid");
    }

    public long startRelay() throws IOException, InterruptedException {
        return relay.start(launch, Deadline.in(Duration.ofSeconds(20))).pid().orElseThrow();
    }

    public void writeConfig(String more) throws IOException {
        String command =
                String.join(", ", launch.command().stream().map(word -> '"' + word + '"').toList());
        Files.writeString(
                directory.resolve("agent.yaml"),
                """
                name: local
                services:
                  - name: relay
                    hop: hop:mail/relay
                    command: [%s]
                    directory: %s
                    environment: {API_TOKEN: verysecretvalue}
                    pidFile: %s
                    logFile: %s
                    health: %s
                    may: [status, restart, start, stop]
                    grace: 2s
                %s
                """
                        .formatted(
                                command,
                                directory,
                                pidFile(),
                                directory.resolve("relay.log"),
                                health(),
                                more));
    }

    @Override
    public void close() throws IOException, InterruptedException {
        relay.endStrays();
        relay.stop(Deadline.in(Duration.ofSeconds(5)));
    }
}
