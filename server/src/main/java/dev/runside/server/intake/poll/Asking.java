package dev.runside.server.intake.poll;

import dev.runside.server.storage.ServerClock;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Asks another server. A redirect is an error, so the token goes to no other host; answers are
 * bounded in size and time, and of an error's body nothing is told.
 */
@Component
class Asking implements AutoCloseable {

    private static final int MOST_BYTES = 8 * 1024 * 1024;
    private static final Duration TO_CONNECT = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ServerClock clock;
    private final HttpClient http =
            HttpClient.newBuilder()
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .connectTimeout(TO_CONNECT)
                    .build();

    Asking(ServerClock clock) {
        this.clock = clock;
    }

    /**
     * @param mark the ETag of what is known already, or empty text
     */
    Asked ask(URI address, Map<String, String> headers, String mark) {
        Reach.check(address);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address).header("User-Agent", "Runside");
        headers.forEach(request::header);
        if (!mark.isEmpty()) {
            request.header("If-None-Match", mark);
        }
        return read(address, answer(address, request.build()));
    }

    /** The whole of it, body too, within the time. */
    private HttpResponse<byte[]> answer(URI address, HttpRequest request) {
        CompletableFuture<HttpResponse<byte[]>> answer =
                http.sendAsync(
                        request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST_BYTES));
        try {
            return answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException failed) {
            throw silent(address, reason(failed.getCause()));
        } catch (TimeoutException _) {
            throw silent(address, "no answer within " + PATIENCE.toSeconds() + " s");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw silent(address, "interrupted");
        } finally {
            answer.cancel(true);
        }
    }

    private static String reason(@Nullable Throwable failure) {
        return failure instanceof ConnectException
                ? "nothing takes connections there"
                : String.valueOf(failure);
    }

    private static PollException silent(URI address, String why) {
        String port = address.getPort() < 0 ? "" : ":" + address.getPort();
        return new PollException(address.getHost() + port + ": " + why, Duration.ZERO);
    }

    private Asked read(URI address, HttpResponse<byte[]> answer) {
        Duration pause = Pauses.in(answer.headers(), clock.instant());
        return switch (answer.statusCode()) {
            case 200 ->
                    new Asked.Fresh(
                            answer.body(), answer.headers().firstValue("ETag").orElse(""), pause);
            case 304 -> new Asked.Unchanged(pause);
            default ->
                    throw new PollException(
                            address.getPath() + " was answered with " + answer.statusCode(), pause);
        };
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
