package dev.runside.bench.lose;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/**
 * Several senders that do as they were told: what was not acknowledged is sent again, as it was,
 * until it is.
 */
final class Senders implements AutoCloseable {

    private static final int OF_EACH = 2;
    private static final int BATCH = 5;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final String server;
    private final String token;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<Said, Set<String>> acknowledged = new EnumMap<>(Said.class);
    private final AtomicLong again = new AtomicLong();
    private final List<Thread> threads = new ArrayList<>();
    private final Duration between;
    private volatile boolean stopping;

    /**
     * @param between how long each waits after what was acknowledged
     */
    Senders(String server, String token, Duration between) {
        this.server = server;
        this.token = token;
        this.between = between;
        for (Said said : Said.values()) {
            acknowledged.put(said, ConcurrentHashMap.newKeySet());
        }
        for (Said said : Said.values()) {
            for (int sender = 0; sender < OF_EACH; sender++) {
                String name = said.name().toLowerCase(java.util.Locale.ROOT) + "-" + sender;
                threads.add(Thread.ofVirtual().name(name).start(() -> send(said, name)));
            }
        }
    }

    /** The ids of all that the server said it has. */
    Set<String> acknowledged(Said said) {
        return acknowledged.getOrDefault(said, Set.of());
    }

    long acknowledgedInAll() {
        return acknowledged.values().stream().mapToLong(Set::size).sum();
    }

    /** How many requests had to be sent more than once. */
    long sentAgain() {
        return again.get();
    }

    private void send(Said said, String sender) {
        try {
            for (int batch = 0; !stopping; batch++) {
                deliver(said, sender + "-" + batch);
                Thread.sleep(between);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void deliver(Said said, String batch) throws InterruptedException {
        List<String> ids = IntStream.range(0, BATCH).mapToObj(n -> batch + "-" + n).toList();
        HttpRequest request = request(said, said.body(ids));
        while (!accepted(said, request)) {
            if (stopping) {
                return;
            }
            again.incrementAndGet();
            Thread.sleep(PAUSE);
        }
        acknowledged(said).addAll(ids);
    }

    private HttpRequest request(Said said, String body) {
        return HttpRequest.newBuilder(URI.create(server + said.path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    private boolean accepted(Said said, HttpRequest request) throws InterruptedException {
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode() == said.accepted;
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
