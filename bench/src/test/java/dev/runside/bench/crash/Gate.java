package dev.runside.bench.crash;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Stands between the agent and its server, and passes everything on unless told to stop it. What is
 * turned away ends as a broken connection, like everything else when the server is dead.
 */
final class Gate implements AutoCloseable {

    private static final String POLL = "/api/v1/agents/poll";
    private static final String REPORT = "/api/v1/agents/report";

    private record Rule(String path, Predicate<JsonNode> picked, Stop stop) {}

    private final String server;
    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(2))
                    .build();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer door;
    private final List<Rule> requests = new CopyOnWriteArrayList<>();
    private final List<Rule> answers = new CopyOnWriteArrayList<>();

    Gate(String server) throws IOException {
        this.server = server;
        door = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        door.setExecutor(threads);
        door.createContext("/", this::carry);
        door.start();
    }

    int port() {
        return door.getAddress().getPort();
    }

    /** The agent's questions for work, before the server hears of them. */
    Stop stopPolls() {
        return add(requests, "questions for work", POLL, _ -> true);
    }

    /** The answer that hands out a step, before the agent hears of it. */
    Stop stopOffer(String runbook, String phase) {
        return add(
                answers,
                "the offer of " + phase + " of " + runbook,
                POLL,
                answer ->
                        answer.path("step").path("runbook").asString("").equals(runbook)
                                && answer.path("step").path("key").asString("").contains(phase));
    }

    /** The report of a step, before the server hears of it. */
    Stop stopReport(String step) {
        return add(requests, "the report of " + step, REPORT, report -> names(report, step));
    }

    /** What the server answers to the report of a step, before the agent hears of it. */
    Stop stopReceipt(String step) {
        return add(answers, "the receipt for " + step, REPORT, report -> names(report, step));
    }

    private static boolean names(JsonNode report, String step) {
        return report.path("key").asString("").contains("/" + step + "/");
    }

    private static Stop add(
            List<Rule> rules, String what, String path, Predicate<JsonNode> picked) {
        Stop stop = new Stop(what);
        rules.add(new Rule(path, picked, stop));
        return stop;
    }

    /** Lets everything pass from now on. */
    void open() {
        requests.clear();
        answers.clear();
    }

    private void carry(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] question = exchange.getRequestBody().readAllBytes();
            String path = exchange.getRequestURI().getPath();
            if (!passes(requests, path, question)) {
                return;
            }
            HttpResponse<byte[]> answer = ask(exchange, path, question);
            byte[] judged = path.equals(REPORT) ? question : answer.body();
            if (passes(answers, path, judged)) {
                give(exchange, answer);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean passes(List<Rule> rules, String path, byte[] json)
            throws InterruptedException {
        for (Rule rule : rules) {
            if (rule.path().equals(path)
                    && rule.picked().test(JsonMapper.shared().readTree(json))
                    && !rule.stop().pass()) {
                return false;
            }
        }
        return true;
    }

    private HttpResponse<byte[]> ask(HttpExchange exchange, String path, byte[] question)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(server + path))
                        .POST(HttpRequest.BodyPublishers.ofByteArray(question));
        for (String name : List.of("Authorization", "Content-Type")) {
            String value = exchange.getRequestHeaders().getFirst(name);
            if (value != null) {
                request.header(name, value);
            }
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static void give(HttpExchange exchange, HttpResponse<byte[]> answer)
            throws IOException {
        int length = answer.body().length;
        exchange.sendResponseHeaders(answer.statusCode(), length == 0 ? -1 : length);
        exchange.getResponseBody().write(answer.body());
    }

    @Override
    public void close() {
        requests.forEach(rule -> rule.stop().turnAway());
        answers.forEach(rule -> rule.stop().turnAway());
        door.stop(0);
        client.shutdownNow();
        threads.shutdownNow();
    }
}
