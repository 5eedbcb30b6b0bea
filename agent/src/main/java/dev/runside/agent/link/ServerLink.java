package dev.runside.agent.link;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tools.jackson.databind.json.JsonMapper;

/** Requests to the server. Safe for many threads; connections are kept. */
public final class ServerLink {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final long LARGEST = 1 << 20;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .connectTimeout(Duration.ofSeconds(2))
                    .build();

    private final URI server;
    private final String key;

    /**
     * @param key the bearer token; empty before the agent is enrolled
     */
    public ServerLink(URI server, String key) {
        this.server = server;
        this.key = key;
    }

    Answer post(String path, Object body) throws IOException, InterruptedException {
        return post(path, JSON.writeValueAsBytes(body), PATIENCE);
    }

    Answer post(String path, byte[] json, Duration timeout)
            throws IOException, InterruptedException {
        CompletableFuture<HttpResponse<byte[]>> sent =
                client.sendAsync(
                        request(path, json),
                        BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST));
        try {
            HttpResponse<byte[]> response = sent.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
            return new Answer(response.statusCode(), response.body());
        } catch (TimeoutException silent) {
            throw new IOException(
                    "no answer from " + server + " within " + timeout.toMillis() + " ms");
        } catch (ExecutionException failed) {
            throw new IOException(
                    "no connection to " + server + ": " + failed.getMessage(), failed);
        } finally {
            sent.cancel(true);
        }
    }

    /** Sends something that can be sent again. */
    Delivery deliver(String path, byte[] json) throws InterruptedException {
        try {
            Answer answer = post(path, json, PATIENCE);
            if (answer.isGood()) {
                return Delivery.Taken.INSTANCE;
            }
            return answer.mayPass()
                    ? new Delivery.Later(answer.problem())
                    : new Delivery.Rejected(answer);
        } catch (IOException away) {
            return new Delivery.Later(String.valueOf(away.getMessage()));
        }
    }

    private HttpRequest request(String path, byte[] json) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(server.resolve(path))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(json));
        return (key.isEmpty() ? request : request.header("Authorization", "Bearer " + key)).build();
    }
}
