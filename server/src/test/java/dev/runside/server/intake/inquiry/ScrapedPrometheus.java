package dev.runside.server.intake.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.runside.server.Soon;
import dev.runside.server.intake.alertmanager.Tool;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** A real Prometheus that scrapes numbers of the test every second. */
final class ScrapedPrometheus implements AutoCloseable {

    private final Path folder;
    private final int port;
    private final HttpServer numbers;
    private final Map<String, Double> values = new ConcurrentHashMap<>();
    private Process process;

    ScrapedPrometheus(Path folder) throws IOException {
        this.folder = folder;
        this.port = freePort();
        this.numbers =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        numbers.createContext(
                "/metrics",
                exchange -> {
                    var text = new StringBuilder();
                    values.forEach((name, value) ->
                            text.append(name).append(' ').append(value).append('\n'));
                    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
                    exchange.getResponseHeaders().add("Content-Type", "text/plain; version=0.0.4");
                    exchange.sendResponseHeaders(200, bytes.length);
                    exchange.getResponseBody().write(bytes);
                    exchange.close();
                });
        numbers.start();
        Files.writeString(
                folder.resolve("prometheus.yml"),
                """
                global: {scrape_interval: 1s, scrape_timeout: 1s}
                scrape_configs:
                  - job_name: relay
                    static_configs: [{targets: ["127.0.0.1:%d"]}]
                """
                        .formatted(numbers.getAddress().getPort()));
        this.process = start();
    }

    void set(String series, double value) {
        values.put(series, value);
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    void stop() throws InterruptedException {
        process.destroy();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }

    void startAgain() throws IOException {
        process = start();
    }

    private Process start() throws IOException {
        Process started =
                Tool.named("prometheus")
                        .start(
                                List.of(
                                        "--config.file=" + folder.resolve("prometheus.yml"),
                                        "--storage.tsdb.path=" + folder.resolve("data"),
                                        "--web.listen-address=127.0.0.1:" + port),
                                ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()));
        Soon.get(this::isReady, ready -> ready);
        return started;
    }

    private boolean isReady() {
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(url().resolve("/-/ready")).build();
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws InterruptedException {
        stop();
        numbers.stop(0);
    }
}
