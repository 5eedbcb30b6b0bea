package dev.runside.bench.points;

import dev.runside.bench.rig.Until;
import dev.runside.cli.local.PortCheck;
import dev.runside.cli.local.Stopping;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Prometheus with its usual settings, that scrapes nothing and is written to. */
final class Prometheus implements Target {

    private static final String CONFIGURATION =
            """
            global: {evaluation_interval: %ds}
            rule_files: [rules.yml]
            """;
    private static final Duration READY_LIMIT = Duration.ofSeconds(60);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);
    private static final String HEADERS =
            "Content-Type: application/x-protobuf\r\n"
                    + "Content-Encoding: snappy\r\n"
                    + "X-Prometheus-Remote-Write-Version: 0.1.0\r\n";

    private final int port;
    private final ProcessHandle process;
    private final HttpClient http = HttpClient.newHttpClient();

    private Prometheus(int port, ProcessHandle process) {
        this.port = port;
        this.process = process;
    }

    static Prometheus start(Path program, Path folder, Estate estate, Duration interval)
            throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("rules.yml"), new RuleFile(estate).text());
        Path configuration =
                Files.writeString(
                        folder.resolve("prometheus.yml"),
                        CONFIGURATION.formatted(interval.toSeconds()));
        int port = PortCheck.free();
        Process process =
                new ProcessBuilder(
                                program.toString(),
                                "--config.file=" + configuration,
                                "--storage.tsdb.path=" + folder.resolve("storage"),
                                "--web.enable-remote-write-receiver",
                                "--web.listen-address=127.0.0.1:" + port)
                        .redirectInput(new File("/dev/null"))
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("log").toFile())
                        .start();
        var prometheus = new Prometheus(port, process.toHandle());
        Until.holds(
                "Prometheus is ready",
                READY_LIMIT,
                () -> prometheus.get("/-/ready").statusCode() == 200);
        return prometheus;
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        URI address = URI.create("http://127.0.0.1:" + port + path);
        return http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    }

    @Override
    public String name() {
        return "Prometheus";
    }

    @Override
    public Protocol protocol() {
        return Protocol.REMOTE_WRITE;
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public String path() {
        return "/api/v1/write";
    }

    @Override
    public String headers(int source) {
        return HEADERS;
    }

    @Override
    public List<ProcessHandle> processes() {
        return List.of(process);
    }

    @Override
    public Set<Integer> burning() throws IOException, InterruptedException {
        return JsonMapper.shared()
                .readTree(get("/api/v1/alerts").body())
                .path("data")
                .path("alerts")
                .valueStream()
                .filter(alert -> alert.path("state").asString().equals("firing"))
                .map(Prometheus::hop)
                .collect(Collectors.toSet());
    }

    @Override
    public double counted() throws IOException, InterruptedException {
        return JsonMapper.shared()
                .readTree(get("/api/v1/query?query=sum(mail_requests_total)").body())
                .path("data")
                .path("result")
                .path(0)
                .path("value")
                .path(1)
                .asDouble(0);
    }

    private static int hop(JsonNode alert) {
        String service = alert.path("labels").path("service").asString();
        return Integer.parseInt(service.substring(service.lastIndexOf('-') + 1));
    }

    @Override
    public void close() {
        http.close();
        Stopping.stop(process, STOP_LIMIT);
    }
}
