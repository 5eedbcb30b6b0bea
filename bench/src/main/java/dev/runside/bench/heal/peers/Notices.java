package dev.runside.bench.heal.peers;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Hears what Alertmanager says, beside webhook: when an alert of a service was over. */
final class Notices implements AutoCloseable {

    private final Map<String, List<Instant>> resolved = new ConcurrentHashMap<>();
    private final HttpServer server;

    Notices() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::take);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    private void take(HttpExchange exchange) throws IOException {
        Instant now = Instant.now();
        JsonNode notice = JsonMapper.shared().readTree(exchange.getRequestBody().readAllBytes());
        if (notice.path("status").asString().equals("resolved")) {
            resolved.computeIfAbsent(
                            notice.path("groupLabels").path("service").asString(),
                            _ -> new CopyOnWriteArrayList<>())
                    .add(now);
        }
        exchange.sendResponseHeaders(200, -1);
        exchange.close();
    }

    Optional<Instant> resolvedAfter(String service, Instant moment) {
        return resolved.getOrDefault(service, List.of()).stream()
                .filter(moment::isBefore)
                .findFirst();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
