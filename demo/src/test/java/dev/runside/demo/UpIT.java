package dev.runside.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runside alone, as a newcomer starts and stops it: the launcher, the server, its database, an
 * agent.
 */
class UpIT {

    private record Said(int code, String out, String err) {
        JsonNode json() {
            return JsonMapper.shared().readTree(out);
        }
    }

    private final Path root = Path.of(System.getProperty("runside.root"));
    @TempDir private Path folder;

    @AfterEach
    void stop() throws Exception {
        runside("down", "--data", data());
    }

    @Test
    void isReadySignsInAndLeavesNothingBehind() throws Exception {
        Said up = up();
        String url = up.json().path("url").asString();
        Said status = runside("status", "--data", data(), "--json");
        long postmaster = postmaster();

        assertThat(get(url + "/health/ready").statusCode()).isEqualTo(200);
        assertThat(get(up.json().path("signIn").asString()).headers().firstValue("Set-Cookie"))
                .hasValueSatisfying(
                        cookie -> assertThat(cookie).contains("HttpOnly", "SameSite=Strict"));
        assertThat(status.json().path("processes").findValuesAsString("name"))
                .containsExactly("runside", "server", "agent");
        assertThat(Path.of(data(), "agent", "key")).exists();

        Said down = runside("down", "--data", data());

        assertThat(down.code()).isZero();
        assertThat(ProcessHandle.of(postmaster)).isEmpty();
        assertThat(status.json().path("processes").findValues("pid"))
                .allSatisfy(pid -> assertThat(ProcessHandle.of(pid.asLong())).isEmpty());
        freePort(URI.create(url).getPort());
        freePort(URI.create(up.json().path("otlpUrl").asString()).getPort());
    }

    @Test
    void aKilledKeeperServerAndDatabaseAreFollowedByACleanStart() throws Exception {
        up();
        Said status = runside("status", "--data", data(), "--json");
        List<Long> killed = new ArrayList<>();
        status.json().path("processes").findValues("pid").forEach(p -> killed.add(p.asLong()));
        ProcessHandle.of(killed.get(0)).orElseThrow().destroyForcibly();
        ProcessHandle.of(killed.get(1)).orElseThrow().destroyForcibly();

        Said again = up();

        assertThat(again.json().path("signIn").asString()).contains("/login");
        assertThat(killed)
                .allSatisfy(pid -> assertThat(ProcessHandle.of(pid)).as("" + pid).isEmpty());
    }

    private Said up() throws IOException, InterruptedException {
        Said up =
                runside(
                        "up",
                        "--background",
                        "--data",
                        data(),
                        "--port",
                        "0",
                        "--otlp-port",
                        "0",
                        "--otlp-grpc-port",
                        "0",
                        "--json");
        assertThat(up.code()).as(up.err()).isZero();
        return up;
    }

    private long postmaster() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of(data(), "pg", "postmaster.pid"))) {
            return lines.findFirst().map(String::strip).map(Long::parseLong).orElseThrow();
        }
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    private static void freePort(int port) throws IOException {
        new ServerSocket(port, 1, InetAddress.getLoopbackAddress()).close();
    }

    private static HttpResponse<String> get(String url) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(URI.create(url)).build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    private Said runside(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(root.resolve("runside").toString()));
        command.addAll(List.of(arguments));
        Path err = folder.resolve("err");
        Process process =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectError(err.toFile())
                        .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Said(process.waitFor(), out, Files.readString(err));
    }
}
