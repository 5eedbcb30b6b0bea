package dev.runside.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A real HTTP receiver of webhooks, which can be told to refuse or to hang. */
public final class WebhookReceiver implements AutoCloseable {

    private static final long LONGEST_HANG_SECONDS = 30;

    private final HttpServer server;
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final Map<String, ConcurrentLinkedDeque<Integer>> refusals = new ConcurrentHashMap<>();
    private final Map<String, CountDownLatch> hanging = new ConcurrentHashMap<>();

    public WebhookReceiver() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::take);
        server.start();
    }

    /** One request, with what was answered to it; 0 while it hangs. */
    public record Received(
            String id,
            String timestamp,
            String signature,
            byte[] bytes,
            String path,
            int answered) {

        public JsonNode body() {
            return JsonMapper.shared().readTree(bytes);
        }
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/pages");
    }

    /** What names this in its body is answered by these, one after the other, then taken. */
    public void refuse(String inBody, int... statuses) {
        var queue = refusals.computeIfAbsent(inBody, _ -> new ConcurrentLinkedDeque<>());
        for (int status : statuses) {
            queue.add(status);
        }
    }

    /** What names this in its body gets no answer before the latch opens. */
    public CountDownLatch hang(String inBody) {
        var latch = new CountDownLatch(1);
        hanging.put(inBody, latch);
        return latch;
    }

    public List<Received> received(Predicate<Received> which) {
        return received.stream().filter(which).toList();
    }

    public List<Received> about(String incident) {
        return received(one -> one.body().path("incident").asString("").equals(incident));
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] bytes = exchange.getRequestBody().readAllBytes();
            String text = new String(bytes, StandardCharsets.UTF_8);
            await(text);
            int status = statusFor(text);
            received.add(
                    new Received(
                            header(exchange, "webhook-id"),
                            header(exchange, "webhook-timestamp"),
                            header(exchange, "webhook-signature"),
                            bytes,
                            exchange.getRequestURI().getPath(),
                            status));
            exchange.getResponseHeaders().add("Location", "/elsewhere");
            exchange.sendResponseHeaders(status, -1);
        }
    }

    private void await(String text) {
        hanging.forEach((word, latch) -> {
            if (text.contains(word)) {
                try {
                    boolean released = latch.await(LONGEST_HANG_SECONDS, TimeUnit.SECONDS);
                    assert released;
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        });
    }

    private int statusFor(String text) {
        return refusals.entrySet().stream()
                .filter(entry -> text.contains(entry.getKey()) && !entry.getValue().isEmpty())
                .map(entry -> entry.getValue().poll())
                .findFirst()
                .orElse(204);
    }

    private static String header(HttpExchange exchange, String name) {
        return String.valueOf(exchange.getRequestHeaders().getFirst(name));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
