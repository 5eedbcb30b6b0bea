package dev.runside.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Takes what Runside would take, and only records it. */
final class Receiver implements AutoCloseable {

    record Told(String path, String authorization, JsonNode json) {}

    private final HttpServer server;
    private final List<Told> told = new CopyOnWriteArrayList<>();
    private final Metrics metrics = new Metrics();
    private volatile String metricsAuthorization = "";

    Receiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::take);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void take(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String authorization =
                String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        boolean gzip = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
        byte[] body =
                gzip
                        ? new GZIPInputStream(exchange.getRequestBody()).readAllBytes()
                        : exchange.getRequestBody().readAllBytes();
        if (path.equals("/v1/metrics")) {
            metricsAuthorization = authorization;
            metrics.take(ExportMetricsServiceRequest.parseFrom(body));
        } else {
            told.add(new Told(path, authorization, JsonMapper.shared().readTree(body)));
        }
        exchange.sendResponseHeaders(path.equals("/v1/metrics") ? 200 : 202, -1);
        exchange.close();
    }

    Metrics metrics() {
        return metrics;
    }

    String metricsAuthorization() {
        return metricsAuthorization;
    }

    Stream<Told> told(String path) {
        return told.stream().filter(one -> one.path().equals(path));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
