package dev.runside.demo.service;

import dev.runside.demo.site.Secret;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells Runside something, in the name of one source. What cannot be told is written to the log and
 * let go.
 */
public final class Intake {

    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(1))
                    .build();
    private final URI runside;
    private final Secret token;

    public Intake(URI runside, Secret token) {
        this.runside = runside;
        this.token = token;
    }

    /** True when Runside has taken it. */
    public boolean tell(String path, String contentType, Object json) {
        HttpRequest request =
                HttpRequest.newBuilder(runside.resolve(path))
                        .timeout(Duration.ofSeconds(3))
                        .header("Content-Type", contentType)
                        .header("Authorization", "Bearer " + token.find().orElse(""))
                        .POST(
                                BodyPublishers.ofByteArray(
                                        JsonMapper.shared().writeValueAsBytes(json)))
                        .build();
        try {
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                System.out.println(
                        path + " was refused: " + response.statusCode() + " " + response.body());
            }
            return response.statusCode() < 300;
        } catch (IOException e) {
            System.out.println(path + " did not reach Runside: " + e);
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    public boolean tell(String path, Object json) {
        return tell(path, "application/json", json);
    }
}
