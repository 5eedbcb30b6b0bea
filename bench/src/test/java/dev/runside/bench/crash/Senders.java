package dev.runside.bench.crash;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/**
 * Several senders of signals that do as they were told: what was not acknowledged is sent again, as
 * it was, until it is.
 */
final class Senders implements AutoCloseable {

    private static final int SENDERS = 6;
    private static final int BATCH = 5;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final URI signals;
    private final String token;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final AtomicLong again = new AtomicLong();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean stopping;

    Senders(String server, String token) {
        this.signals = URI.create(server + "/api/v1/signals");
        this.token = token;
        for (int sender = 0; sender < SENDERS; sender++) {
            String name = "sender-" + sender;
            threads.add(Thread.ofVirtual().name(name).start(() -> send(name)));
        }
    }

    /** The ids of all signals that the server said it has. */
    Set<String> acknowledged() {
        return acknowledged;
    }

    /** How many requests had to be sent more than once. */
    long sentAgain() {
        return again.get();
    }

    private void send(String sender) {
        try {
            for (int batch = 0; !stopping; batch++) {
                deliver(sender + "-" + batch);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void deliver(String batch) throws InterruptedException {
        List<String> ids = IntStream.range(0, BATCH).mapToObj(n -> batch + "-" + n).toList();
        HttpRequest request = request(ids);
        while (!accepted(request)) {
            if (stopping) {
                return;
            }
            again.incrementAndGet();
            Thread.sleep(50);
        }
        acknowledged.addAll(ids);
    }

    private HttpRequest request(List<String> ids) {
        List<Map<String, String>> body =
                ids.stream()
                        .map(id -> Map.of("id", id, "kind", "note", "subject", "hop:mail/relay"))
                        .toList();
        return HttpRequest.newBuilder(signals)
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(
                        HttpRequest.BodyPublishers.ofString(
                                JsonMapper.shared().writeValueAsString(body)))
                .build();
    }

    private boolean accepted(HttpRequest request) throws InterruptedException {
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode() == 202;
        } catch (IOException away) {
            return false;
        }
    }

    /** Returns when nobody sends any more. */
    @Override
    public void close() throws InterruptedException {
        stopping = true;
        for (Thread thread : threads) {
            thread.join();
        }
        http.close();
    }
}
