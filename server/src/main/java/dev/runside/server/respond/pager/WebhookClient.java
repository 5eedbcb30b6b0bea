package dev.runside.server.respond.pager;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;

/**
 * Posts to webhooks, signed by Standard Webhooks. A redirect counts as refused; of the answer only
 * its status is read.
 */
@Component
public class WebhookClient implements AutoCloseable {

    private static final Duration TO_CONNECT = Duration.ofSeconds(3);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .connectTimeout(TO_CONNECT)
                    .build();

    /**
     * Waits for the receiver's answer.
     *
     * @param id the same for every try of one message
     * @return why it was not taken; absent when it was
     */
    public Optional<String> post(Webhook webhook, String id, String json, Instant now)
            throws InterruptedException {
        CompletableFuture<HttpResponse<InputStream>> sent =
                http.sendAsync(request(webhook, id, json, now), BodyHandlers.ofInputStream());
        try {
            HttpResponse<InputStream> answer = sent.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            answer.body().close();
            boolean taken = answer.statusCode() / 100 == 2;
            return taken ? Optional.empty() : Optional.of("HTTP " + answer.statusCode());
        } catch (TimeoutException silent) {
            return Optional.of("no answer within " + PATIENCE.toSeconds() + " s");
        } catch (ExecutionException failed) {
            return Optional.of(String.valueOf(failed.getCause()));
        } catch (IOException unread) {
            return Optional.of(unread.toString());
        } finally {
            sent.cancel(true);
        }
    }

    private static HttpRequest request(Webhook webhook, String id, String json, Instant now) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        URI url = webhook.url();
        long timestamp = now.getEpochSecond();
        return HttpRequest.newBuilder(url)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("User-Agent", "Runside")
                .header("webhook-id", id)
                .header("webhook-timestamp", Long.toString(timestamp))
                .header("webhook-signature", webhook.secret().sign(id, timestamp, body))
                .POST(BodyPublishers.ofByteArray(body))
                .build();
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
