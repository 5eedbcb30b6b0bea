package dev.runside.bench.intake;

import dev.runside.bench.rig.Until;
import dev.runside.cli.local.PortCheck;
import dev.runside.cli.local.Stopping;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Alertmanager with its usual settings, grouped by hop, that notifies nobody. */
final class Alertmanager implements Target {

    private static final String CONFIGURATION =
            """
            route: {receiver: nobody, group_by: [service]}
            receivers: [{name: nobody}]
            """;
    private static final Duration READY_LIMIT = Duration.ofSeconds(30);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);

    private final int port;
    private final ProcessHandle process;

    private Alertmanager(int port, ProcessHandle process) {
        this.port = port;
        this.process = process;
    }

    static Alertmanager start(Path program, Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Path configuration = Files.writeString(folder.resolve("alertmanager.yml"), CONFIGURATION);
        int port = PortCheck.free();
        Process process =
                new ProcessBuilder(
                                program.toString(),
                                "--config.file=" + configuration,
                                "--storage.path=" + folder.resolve("storage"),
                                "--cluster.listen-address=",
                                "--web.listen-address=127.0.0.1:" + port)
                        .redirectInput(new File("/dev/null"))
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("log").toFile())
                        .start();
        var alertmanager = new Alertmanager(port, process.toHandle());
        Until.holds("Alertmanager is ready", READY_LIMIT, alertmanager::isReady);
        return alertmanager;
    }

    private boolean isReady() throws IOException, InterruptedException {
        URI ready = URI.create("http://127.0.0.1:" + port + "/-/ready");
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(ready).build(), BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        }
    }

    @Override
    public String name() {
        return "Alertmanager";
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public String headers() {
        return "Content-Type: application/json\r\n";
    }

    @Override
    public List<ProcessHandle> processes() {
        return List.of(process);
    }

    @Override
    public void close() {
        Stopping.stop(process, STOP_LIMIT);
    }
}
