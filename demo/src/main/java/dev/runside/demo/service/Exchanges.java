package dev.runside.demo.service;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Finds the route of each request, answers it, measures it, and counts those under way. */
final class Exchanges implements HttpHandler {

    private static final int LARGEST_BODY = 64 * 1024;

    private final List<Route> routes;
    private final Telemetry telemetry;
    private final AtomicInteger underWay = new AtomicInteger();

    Exchanges(List<Route> routes, Telemetry telemetry) {
        this.routes = routes;
        this.telemetry = telemetry;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        underWay.incrementAndGet();
        try {
            send(exchange, answer(exchange, System.nanoTime()));
        } finally {
            exchange.close();
            underWay.decrementAndGet();
        }
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", answer.contentType());
        if (answer.body().length == 0) {
            exchange.sendResponseHeaders(answer.status(), -1);
            return;
        }
        exchange.sendResponseHeaders(answer.status(), answer.body().length);
        exchange.getResponseBody().write(answer.body());
    }

    private Answer answer(HttpExchange exchange, long start) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            return Answer.refusal(413, "the body is larger than " + LARGEST_BODY + " bytes");
        }
        String path = exchange.getRequestURI().getPath();
        for (Route route : routes) {
            Optional<Map<String, String>> values = route.match(path);
            if (values.isPresent() && route.method().equals(exchange.getRequestMethod())) {
                return measured(route, new Request(values.get(), headers(exchange), body), start);
            }
        }
        return Answer.refusal(404, "nothing answers " + exchange.getRequestMethod() + " " + path);
    }

    private static Map<String, String> headers(HttpExchange exchange) {
        Map<String, String> headers = new HashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) ->
                        headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
        return headers;
    }

    private Answer measured(Route route, Request request, long start) {
        Answer answer = answer(route, request);
        if (route.measured()) {
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            telemetry.served(route.method(), route.template(), answer.status(), took);
        }
        return answer;
    }

    private static Answer answer(Route route, Request request) {
        try {
            return route.handler().answer(request);
        } catch (SQLException e) {
            return Answer.refusal(503, "the database: " + e.getMessage());
        } catch (Exception e) {
            return Answer.refusal(500, e.toString());
        }
    }

    /** Waits for the requests under way, closes the listener, and ends what is left. */
    void drain(Runnable close, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (underWay.get() > 0 && System.nanoTime() < deadline) {
            Pause.of(Duration.ofMillis(1));
        }
        close.run();
    }
}
