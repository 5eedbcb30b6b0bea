package dev.runside.agent.emergency;

import static java.lang.System.Logger.Level.WARNING;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Sends pages; true when the receiver took one. */
final class WebhookSender {

    private static final System.Logger LOG = System.getLogger("runside.agent");
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(PATIENCE)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();

    /** Over within the patience, whatever the receiver does; never fails. */
    CompletableFuture<Boolean> send(EmergencyPage page) {
        try {
            return client.sendAsync(request(page), BodyHandlers.discarding())
                    .orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                    .thenApply(response -> taken(page, response.statusCode()))
                    .exceptionally(failure -> lost(page, failure.toString()));
        } catch (IllegalArgumentException unusable) {
            return CompletableFuture.completedFuture(lost(page, unusable.toString()));
        }
    }

    private static HttpRequest request(EmergencyPage page) {
        long now = Instant.now().getEpochSecond();
        String signature =
                WebhookSignature.sign(page.webhook().secret(), page.id(), now, page.body());
        return HttpRequest.newBuilder(page.webhook().url())
                .header("Content-Type", "application/json")
                .header("webhook-id", page.id())
                .header("webhook-timestamp", Long.toString(now))
                .header("webhook-signature", signature)
                .POST(HttpRequest.BodyPublishers.ofString(page.body()))
                .build();
    }

    private static boolean taken(EmergencyPage page, int status) {
        return status >= 200 && status < 300 || lost(page, "HTTP " + status);
    }

    private static boolean lost(EmergencyPage page, String reason) {
        LOG.log(WARNING, "The emergency page to {0} did not arrive: {1}", page.to(), reason);
        return false;
    }
}
