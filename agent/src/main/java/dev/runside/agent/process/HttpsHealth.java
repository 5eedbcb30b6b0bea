package dev.runside.agent.process;

import java.io.IOException;
import java.net.ConnectException;
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

/** Asks over TLS: answers when the status is below 400 and the whole answer came in time. */
record HttpsHealth(URI uri) implements Health {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();

    @Override
    public HealthAnswer ask(Duration timeout) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(uri).GET().build();
        CompletableFuture<HttpResponse<Void>> answer =
                CLIENT.sendAsync(request, BodyHandlers.discarding());
        try {
            int status = answer.get(timeout.toNanos(), TimeUnit.NANOSECONDS).statusCode();
            return status < 400 ? HealthAnswer.good() : new HealthAnswer.Miss("HTTP " + status);
        } catch (TimeoutException silent) {
            return new HealthAnswer.Miss("no answer within " + timeout.toMillis() + " ms");
        } catch (ExecutionException failed) {
            return new HealthAnswer.Miss(reason(failed));
        } finally {
            // Also a body that trickles for ever ends here.
            answer.cancel(true);
        }
    }

    private static String reason(ExecutionException failed) {
        return switch (failed.getCause()) {
            case ConnectException _ -> "connection refused";
            case IOException broken -> "connection broken: " + broken.getMessage();
            case null, default -> String.valueOf(failed.getMessage());
        };
    }
}
