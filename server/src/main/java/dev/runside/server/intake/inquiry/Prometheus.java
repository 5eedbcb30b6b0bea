package dev.runside.server.intake.inquiry;

import dev.runside.core.catalog.DataSource;
import dev.runside.server.intake.inquiry.Unanswered.Away;
import dev.runside.server.intake.inquiry.Unanswered.Refused;
import dev.runside.server.intake.poll.Reach;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Asks by the HTTP API of Prometheus. A redirect is an error, so the token goes to no other host;
 * answers are bounded in size and time.
 */
@Component
class Prometheus implements AutoCloseable {

    private static final int MOST_BYTES = 8 * 1024 * 1024;
    private static final Duration TO_CONNECT = Duration.ofSeconds(5);

    /** What it is told it may take; we wait a little longer for the answer to arrive. */
    private static final Duration ITS_TIMEOUT = Duration.ofSeconds(10);

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final TokenFiles tokens;
    private final Answer answers;
    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .connectTimeout(TO_CONNECT)
                    .build();

    Prometheus(TokenFiles tokens, Answer answers) {
        this.tokens = tokens;
        this.answers = answers;
    }

    /** The series that a query has in a span; throws {@link Unanswered}. */
    List<Curve> ask(DataSource.Prometheus source, String query, Span span) {
        URI address = address(source);
        if (!Reach.allows(address)) {
            throw new Away(address.getHost() + " is not known, or lies where no question is sent");
        }
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address)
                        .header("User-Agent", "Runside")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form(query, span)));
        source.token()
                .map(tokens::read)
                .ifPresent(token -> request.header("Authorization", "Bearer " + token));
        HttpResponse<byte[]> answer = answer(address, request.build());
        return answers.read(answer.statusCode(), answer.body(), span);
    }

    private static URI address(DataSource.Prometheus source) {
        return URI.create(source.url().replaceFirst("/+$", "") + "/api/v1/query_range");
    }

    /** Thanos is told to refuse rather than to leave out what it cannot reach. */
    private static String form(String query, Span span) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("query", FreshOnly.of(query, span.fresh()));
        fields.put("start", seconds(span.start().toEpochMilli()));
        fields.put("end", seconds(span.end().toEpochMilli()));
        fields.put("step", seconds(span.step().toMillis()));
        fields.put("timeout", seconds(ITS_TIMEOUT.toMillis()));
        fields.put("partial_response", "false");
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String seconds(long millis) {
        return millis / 1000 + "." + String.valueOf(1000 + millis % 1000).substring(1);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpResponse<byte[]> answer(URI address, HttpRequest request) {
        CompletableFuture<HttpResponse<byte[]>> answer =
                http.sendAsync(
                        request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST_BYTES));
        try {
            return answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException failed) {
            throw failed(address, String.valueOf(failed.getCause()));
        } catch (TimeoutException _) {
            throw new Away(
                    address.getAuthority() + ": no answer within " + PATIENCE.toSeconds() + " s");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new Away("interrupted");
        } finally {
            answer.cancel(true);
        }
    }

    private static Unanswered failed(URI address, String why) {
        return why.contains("body exceeds limit")
                ? new Refused("its answer is larger than %d bytes".formatted(MOST_BYTES))
                : new Away(address.getAuthority() + ": " + why);
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
