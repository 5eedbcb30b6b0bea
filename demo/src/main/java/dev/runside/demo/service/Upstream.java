package dev.runside.demo.service;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import tools.jackson.databind.json.JsonMapper;

/**
 * Another service, called over HTTP. A connection that is refused or breaks is tried again a few
 * times within a second, which bridges a deploy: every request carries its own id, so that a
 * repeated one does nothing twice. A timeout is not tried again.
 */
public final class Upstream {

    private static final Duration[] PAUSES = {
        Duration.ofMillis(40),
        Duration.ofMillis(120),
        Duration.ofMillis(360),
        Duration.ofMillis(480)
    };

    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(1))
                    .build();
    private final URI address;
    private final Duration patience;

    public Upstream(URI address, Duration patience) {
        this.address = address;
        this.patience = patience;
    }

    public Reply get(String path) {
        return send(HttpRequest.newBuilder(address.resolve(path)).timeout(patience).build());
    }

    public Reply post(String path, Object json) {
        return send(
                HttpRequest.newBuilder(address.resolve(path))
                        .timeout(patience)
                        .header("Content-Type", "application/json")
                        .POST(
                                BodyPublishers.ofByteArray(
                                        JsonMapper.shared().writeValueAsBytes(json)))
                        .build());
    }

    private Reply send(HttpRequest request) {
        Reply reply = new Reply.NoAnswer("never tried");
        for (int attempt = 0; attempt <= PAUSES.length; attempt++) {
            try {
                HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
                return new Reply.Answered(response.statusCode(), response.body());
            } catch (HttpTimeoutException e) {
                return new Reply.NoAnswer("timed out after " + patience.toMillis() + " ms");
            } catch (IOException e) {
                reply = new Reply.NoAnswer(e.getClass().getSimpleName());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return new Reply.NoAnswer("interrupted");
            }
            if (attempt < PAUSES.length && !pause(PAUSES[attempt])) {
                return reply;
            }
        }
        return reply;
    }

    private static boolean pause(Duration time) {
        try {
            Thread.sleep(time);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
