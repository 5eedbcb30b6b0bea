package dev.runside.server.intake.poll;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/**
 * A tool's API on loopback: answers what it was given, with ETags; wrongly where a test wants it.
 */
final class AnsweringTool implements AutoCloseable {

    private final HttpServer server;
    private final Map<String, Function<Question, String>> answers = new ConcurrentHashMap<>();
    private final List<Question> questions = new CopyOnWriteArrayList<>();
    private volatile Trouble trouble = Trouble.NONE;

    /** One that was asked. */
    record Question(String path, String query, String mark, String authorization) {}

    /** What every question is answered with instead. */
    record Trouble(int status, Map<String, String> headers, String body) {

        static final Trouble NONE = new Trouble(0, Map.of(), "");
    }

    AnsweringTool() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    AnsweringTool answers(String path, String body) {
        return answers(path, _ -> body);
    }

    AnsweringTool answers(String path, Function<Question, String> body) {
        answers.put(path, body);
        return this;
    }

    void inTrouble(Trouble next) {
        trouble = next;
    }

    List<Question> questions() {
        return List.copyOf(questions);
    }

    List<Question> questions(String path) {
        return questions.stream().filter(each -> each.path().equals(path)).toList();
    }

    private void answer(HttpExchange exchange) throws IOException {
        var question =
                new Question(
                        exchange.getRequestURI().getRawPath(),
                        String.valueOf(exchange.getRequestURI().getQuery()),
                        header(exchange, "If-None-Match"),
                        header(exchange, "Authorization"));
        questions.add(question);
        Trouble now = trouble;
        if (now.status() != 0) {
            now.headers().forEach((name, value) -> exchange.getResponseHeaders().add(name, value));
            send(exchange, now.status(), now.body());
            return;
        }
        String body = answers.getOrDefault(question.path(), _ -> "").apply(question);
        String fresh = "W/\"" + Integer.toHexString(body.hashCode()) + "\"";
        exchange.getResponseHeaders().add("ETag", fresh);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        send(exchange, body.isEmpty() ? 404 : fresh.equals(question.mark()) ? 304 : 200, body);
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        boolean empty = status == 304 || bytes.length == 0;
        exchange.sendResponseHeaders(status, empty ? -1 : bytes.length);
        if (!empty) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    private static String header(HttpExchange exchange, String name) {
        String value = exchange.getRequestHeaders().getFirst(name);
        return value == null ? "" : value;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
