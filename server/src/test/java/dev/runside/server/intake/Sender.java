package dev.runside.server.intake;

import dev.runside.server.access.TestTokens;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPOutputStream;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sends to the server under test, as sources of its own making. */
public class Sender {

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final AtomicLong numbers = new AtomicLong(System.nanoTime());
    private final ApplicationContext server;
    private final Environment environment;

    Sender(ApplicationContext server, Environment environment) {
        this.server = server;
        this.environment = environment;
    }

    /** A token of a new source. */
    public String source(String... speaksFor) {
        return TestTokens.of(server).source(unique("source"), speaksFor);
    }

    /** Of a source that may speak for everything. */
    public String sourceNamed(String name) {
        return TestTokens.of(server).source(name, "*");
    }

    /** A source connected just now. */
    public String newSource(String... speaksFor) {
        return TestTokens.of(server).newSource(unique("source"), speaksFor);
    }

    public String agent() {
        return TestTokens.of(server).agent(MailCatalog.LOCAL.name());
    }

    /** A name that no other test has. */
    public String unique(String prefix) {
        return prefix + "-" + numbers.incrementAndGet();
    }

    public URI uri(String path) {
        return URI.create(
                "http://localhost:" + environment.getProperty("local.server.port") + path);
    }

    public Answer post(String path, String token, String json) {
        return send(
                request(path, token)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(json))
                        .build());
    }

    public HttpRequest.Builder request(String path, String token) {
        return HttpRequest.newBuilder(uri(path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + token);
    }

    public Answer send(HttpRequest request) {
        try {
            return new Answer(client.send(request, BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public static byte[] packed(byte[] bytes) {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    /** An answer, with its body as JSON where it is. */
    public record Answer(HttpResponse<byte[]> response) {

        public int status() {
            return response.statusCode();
        }

        public byte[] bytes() {
            return response.body();
        }

        public String text() {
            return new String(response.body(), StandardCharsets.UTF_8);
        }

        public JsonNode json() {
            return JsonMapper.shared().readTree(response.body());
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }
}
