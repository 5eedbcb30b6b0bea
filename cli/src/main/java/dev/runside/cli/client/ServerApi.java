package dev.runside.cli.client;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.SSLContext;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks the server, as the person whose token this holds, or as nobody with an empty one. */
public final class ServerApi {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final HttpClient http;
    private final String url;
    private final String token;

    private ServerApi(HttpClient http, String url, String token) {
        this.http = http;
        this.url = url;
        this.token = token;
    }

    /** The server at an address, believed for https as any other. */
    public static ServerApi at(String url, String token) throws IOException {
        return new ServerApi(http(Trust.usual()), url, token);
    }

    /**
     * The server at an address.
     *
     * @param trustStore certificates to believe for https; where the file is absent, the usual ones
     */
    public static ServerApi at(String url, String token, Path trustStore) throws IOException {
        return new ServerApi(http(Trust.from(trustStore)), url, token);
    }

    private static HttpClient http(SSLContext trust) {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(LIMIT)
                .sslContext(trust)
                .build();
    }

    /** Its address, without a slash at its end. */
    public String url() {
        return url;
    }

    /** An answer as it came, good or bad. */
    public record Answer(int status, String body) {}

    /** A GET whose bad answers are answers, too. */
    public Answer ask(String path) throws IOException, InterruptedException {
        return send(request(path).GET().build());
    }

    public JsonNode get(String path) throws IOException, InterruptedException {
        return json(ask(path));
    }

    public JsonNode post(String path, Map<String, ?> body)
            throws IOException, InterruptedException {
        HttpRequest.BodyPublisher json =
                HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body));
        return json(
                send(request(path).header("Content-Type", "application/json").POST(json).build()));
    }

    /** A body that is JSON already. */
    public void postText(String path, String json) throws IOException, InterruptedException {
        Answer answer =
                send(
                        request(path)
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(json))
                                .build());
        if (answer.status() >= 400) {
            throw RefusedException.from(answer);
        }
    }

    /** Of an answer that says nothing but that it is done. */
    public void put(String path, Map<String, ?> body) throws IOException, InterruptedException {
        HttpRequest.BodyPublisher json =
                HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body));
        Answer answer =
                send(request(path).header("Content-Type", "application/json").PUT(json).build());
        if (answer.status() >= 400) {
            throw RefusedException.from(answer);
        }
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url + path))
                        .timeout(LIMIT)
                        .header("Accept", "application/json");
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private Answer send(HttpRequest request) throws IOException, InterruptedException {
        try {
            var response = http.send(request, BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body());
        } catch (ConnectException e) {
            throw new NoAnswerException(url, e);
        }
    }

    private static JsonNode json(Answer answer) throws RefusedException {
        if (answer.status() >= 400) {
            throw RefusedException.from(answer);
        }
        try {
            return JSON.readTree(answer.body());
        } catch (JacksonException _) {
            throw new RefusedException(answer.status(), "The server's answer is not JSON.");
        }
    }
}
