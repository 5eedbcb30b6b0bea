package dev.runside.agent;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The server's end of the agents' protocol: enrols, answers polls at once, offers each step until
 * it is reported, keeps what it is sent. Can be away, and can forget to offer.
 */
public final class FakeServer implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    public static final String TOKEN = "rs_enroll_once";
    public static final String KEY = "rs_agent_0123456789";

    private final HttpServer http;
    private final KeyPair signing = newKeys();
    private final Map<String, Map<String, Object>> steps = new HashMap<>();
    private final List<JsonNode> reports = new ArrayList<>();
    private final List<JsonNode> signals = new ArrayList<>();
    private final List<JsonNode> metrics = new ArrayList<>();
    private final List<JsonNode> polls = new ArrayList<>();
    private final Set<String> turnedAway = new HashSet<>();
    private Object card = false;
    private long epoch = 1;
    private boolean hold;
    private boolean away;
    private boolean losesReports;

    public FakeServer() throws IOException {
        this(0);
    }

    public FakeServer(int port) throws IOException {
        http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        http.createContext("/", this::serve);
        http.start();
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort());
    }

    public synchronized void offer(String key, Map<String, ?> action, boolean idempotent) {
        offer(key, action, idempotent, 30_000, 10_000);
    }

    public synchronized void offer(
            String key, Map<String, ?> action, boolean idempotent, long leaseMs, long timeoutMs) {
        Map<String, Object> step = new HashMap<>();
        step.put("key", key);
        step.put("run", "run_1");
        step.put("runbook", "relay-gone");
        step.put("digest", "sha256:abc");
        step.put("leaseMs", leaseMs);
        step.put("timeoutMs", timeoutMs);
        step.put("idempotent", idempotent);
        step.put("action", action);
        steps.put(key, step);
        notifyAll();
    }

    public synchronized void epoch(long now) {
        epoch = now;
    }

    public synchronized void hold(boolean now) {
        hold = now;
    }

    public synchronized void away(boolean now) {
        away = now;
        notifyAll();
    }

    public synchronized void losesReports(boolean now) {
        losesReports = now;
    }

    public synchronized void card(Map<String, String> signed) {
        card = signed;
    }

    /** As the real one signs its cards. */
    public Map<String, String> signed(String json) throws GeneralSecurityException {
        byte[] payload = json.getBytes(StandardCharsets.UTF_8);
        Signature signer = Signature.getInstance("Ed25519");
        signer.initSign(signing.getPrivate());
        signer.update(payload);
        Base64.Encoder base64 = Base64.getEncoder();
        return Map.of(
                "payload", base64.encodeToString(payload),
                "signature", base64.encodeToString(signer.sign()));
    }

    public synchronized List<JsonNode> reports() {
        return List.copyOf(reports);
    }

    public synchronized Optional<JsonNode> report(String key) {
        return reports.stream().filter(r -> r.path("key").asString().equals(key)).findFirst();
    }

    public synchronized List<JsonNode> signals(String kind) {
        return signals.stream().filter(s -> s.path("kind").asString().equals(kind)).toList();
    }

    public synchronized List<JsonNode> metrics() {
        return List.copyOf(metrics);
    }

    /** True when a report came while it was away. */
    public synchronized boolean turnedAReportAway() {
        return turnedAway.contains("/api/v1/agents/report");
    }

    public synchronized List<JsonNode> polls() {
        return List.copyOf(polls);
    }

    @Override
    public void close() {
        http.stop(0);
    }

    private void serve(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        Reply reply = reply(exchange, JSON.readTree(body));
        byte[] json = JSON.writeValueAsBytes(reply.body());
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(reply.status(), reply.status() == 204 ? -1 : json.length);
        if (reply.status() != 204) {
            exchange.getResponseBody().write(json);
        }
        exchange.close();
    }

    private synchronized Reply reply(HttpExchange exchange, JsonNode body) {
        String path = exchange.getRequestURI().getPath();
        if (away) {
            turnedAway.add(path);
            return new Reply(503, Map.of("detail", "away"));
        }
        if (path.equals("/api/v1/agents/enroll")) {
            return enroll(body);
        }
        String bearer = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        if (!bearer.equals("Bearer " + KEY)) {
            return new Reply(401, Map.of("detail", "who are you"));
        }
        return switch (path) {
            case "/api/v1/agents/poll" -> poll(body);
            case "/api/v1/agents/report" -> report(body);
            case "/api/v1/signals" -> signals(body);
            case "/v1/metrics" -> metrics(body);
            default -> new Reply(404, Map.of("detail", path));
        };
    }

    private Reply enroll(JsonNode body) {
        if (!body.path("token").asString().equals(TOKEN)) {
            return new Reply(401, Map.of("detail", "the token is not known"));
        }
        String serverKey = Base64.getEncoder().encodeToString(signing.getPublic().getEncoded());
        return new Reply(
                200,
                Map.of(
                        "agent", "agent:" + body.path("name").asString(),
                        "key", KEY,
                        "serverKey", serverKey));
    }

    private Reply poll(JsonNode body) {
        polls.add(body);
        List<String> atWork = body.path("atWork").valueStream().map(JsonNode::asString).toList();
        if (offered(atWork).isEmpty() && !hold) {
            waitABit();
        }
        Map<String, Object> answer = new HashMap<>();
        answer.put("epoch", epoch);
        answer.put("hold", hold);
        answer.put("card", card);
        offered(atWork)
                .ifPresent(step -> {
                    step.put("epoch", epoch);
                    answer.put("step", step);
                });
        return new Reply(away ? 503 : 200, answer);
    }

    private Optional<Map<String, Object>> offered(List<String> atWork) {
        return steps.values().stream()
                .filter(step -> !atWork.contains(step.get("key")))
                .findFirst();
    }

    private void waitABit() {
        try {
            wait(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Reply report(JsonNode body) {
        reports.add(body);
        if (losesReports) {
            return new Reply(500, Map.of("detail", "lost"));
        }
        steps.remove(body.path("key").asString());
        return new Reply(204, Map.of());
    }

    private Reply signals(JsonNode body) {
        for (JsonNode signal : body) {
            signals.add(signal);
        }
        return new Reply(202, Map.of("accepted", body.size(), "duplicates", 0));
    }

    private Reply metrics(JsonNode body) {
        metrics.add(body);
        return new Reply(200, Map.of());
    }

    private static KeyPair newKeys() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Reply(int status, Map<String, ?> body) {}
}
