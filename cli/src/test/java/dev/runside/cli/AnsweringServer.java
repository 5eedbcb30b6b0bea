package dev.runside.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.LinkedBlockingQueue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Gives its answers in turn to whatever it is asked, the last again and again; remembers the
 * questions.
 */
final class AnsweringServer implements AutoCloseable {

    record Asked(String method, String path, String authorization, JsonNode body) {}

    private final HttpServer http;
    private final BlockingQueue<Asked> asked = new LinkedBlockingQueue<>();
    private final Deque<Answer> answers = new ConcurrentLinkedDeque<>();

    private record Answer(int status, String text) {}

    private AnsweringServer(HttpServer http) {
        this.http = http;
    }

    static AnsweringServer with(int status, String... answers) throws IOException {
        HttpServer http =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        AnsweringServer server = new AnsweringServer(http);
        List.of(answers).forEach(answer -> server.then(status, answer));
        http.createContext("/", server::answer);
        http.start();
        return server;
    }

    /** After the answers so far, this one. */
    AnsweringServer then(int status, String answer) {
        answers.add(new Answer(status, answer));
        return this;
    }

    String url() {
        return "http://127.0.0.1:" + http.getAddress().getPort();
    }

    /** The oldest question not taken yet. */
    Asked asked() {
        Asked next = asked.poll();
        if (next == null) {
            throw new AssertionError("nothing was asked");
        }
        return next;
    }

    /** How many questions were not taken yet. */
    int questions() {
        return asked.size();
    }

    @Override
    public void close() {
        http.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        asked.add(
                new Asked(
                        exchange.getRequestMethod(),
                        exchange.getRequestURI().toString(),
                        String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")),
                        JsonMapper.shared()
                                .readTree(
                                        body.length == 0
                                                ? "{}".getBytes(StandardCharsets.UTF_8)
                                                : body)));
        Answer answer = answers.size() > 1 ? answers.removeFirst() : answers.getFirst();
        byte[] bytes = answer.text().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
