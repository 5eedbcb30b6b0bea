package dev.runside.server.intake.kit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

/**
 * Answers as a Prometheus, with all that it ever knew, whatever time it is asked for. While
 * something has happened that it was not told of yet, it takes its time to answer.
 */
final class AnsweringPrometheus implements AutoCloseable {

    private final Map<Long, Integer> values = new ConcurrentSkipListMap<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer http;
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private int untold;

    AnsweringPrometheus() throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.createContext("/api/v1/query_range", this::answer);
        http.setExecutor(threads);
        http.start();
    }

    String url() {
        return "http://127.0.0.1:" + http.getAddress().getPort();
    }

    /** The {@code Authorization} of each question, as they came. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    /** It has this value now, and knows it when it is run. */
    synchronized Runnable happens(int value) {
        long second = Instant.now().getEpochSecond();
        var first = new AtomicBoolean(true);
        untold++;
        return () -> told(second, value, first.getAndSet(false));
    }

    private synchronized void told(long second, int value, boolean first) {
        values.put(second, value);
        untold -= first ? 1 : 0;
        notifyAll();
    }

    private synchronized String points() throws InterruptedException {
        while (untold > 0) {
            wait();
        }
        return values.entrySet().stream()
                .map(each -> "[%d,\"%d\"]".formatted(each.getKey(), each.getValue()))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private void answer(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        asked.add(
                Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))
                        .orElse(""));
        try (exchange) {
            byte[] body =
                    """
                    {"status":"success","data":{"resultType":"matrix","result":[{"metric":{"__name__":"up"},"values":%s}]}}\
                    """
                            .formatted(points())
                            .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        http.stop(0);
        threads.shutdownNow();
    }
}
