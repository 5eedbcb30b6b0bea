package dev.runside.cli.local;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks the part of the server's API that starting and stopping needs. */
final class StandInServer {

    static final String CANNOT_START = "--stand-in.cannot-start";

    private final Path data;
    private final String url;

    private StandInServer(Path data, String url) {
        this.data = data;
        this.url = url;
    }

    public static void main(String... arguments) throws IOException {
        if (Arrays.asList(arguments).contains(CANNOT_START)) {
            System.out.println("The database cannot be opened");
            System.exit(4);
        }
        int port = Integer.parseInt(value(arguments, "--server.port="));
        InetAddress address = InetAddress.getByName(value(arguments, "--server.address="));
        Path data = Path.of(value(arguments, "--runside.data="));
        holdPort(address, Integer.parseInt(value(arguments, "--runside.otlp-port=")));
        holdPort(address, Integer.parseInt(value(arguments, "--runside.otlp-grpc-port=")));
        if (!Files.exists(data.resolve("people"))) {
            PrivateFiles.write(data.resolve("first-token"), "rs_first_1\n");
        }
        HttpServer http = HttpServer.create(new InetSocketAddress(address, port), 0);
        new StandInServer(data, "http://127.0.0.1:" + port).serve(http);
    }

    private static void holdPort(InetAddress address, int port) throws IOException {
        ServerSocket socket = new ServerSocket(port, 1, address);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> closeQuietly(socket)));
    }

    private static void closeQuietly(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            System.out.println(e);
        }
    }

    private void serve(HttpServer http) {
        http.createContext("/health/ready", exchange -> answer(exchange, 200, "{}"));
        http.createContext("/api/v1/people/enroll", this::enrolPerson);
        http.createContext(
                "/api/v1/agents/enroll-tokens",
                exchange -> answerPerson(exchange, "{\"token\":\"rs_agent_once\"}"));
        http.createContext(
                "/api/v1/login-links",
                exchange -> answerPerson(exchange, "{\"url\":\"" + url + "/login?token=t\"}"));
        http.start();
    }

    private void enrolPerson(HttpExchange exchange) throws IOException {
        JsonNode asked = JsonMapper.shared().readTree(exchange.getRequestBody().readAllBytes());
        Path firstToken = data.resolve("first-token");
        boolean known =
                Files.exists(firstToken)
                        && Files.readString(firstToken)
                                .strip()
                                .equals(asked.path("token").asString());
        if (!known) {
            answer(exchange, 403, "{\"title\":\"Unknown token\",\"fix\":\"Make another\"}");
            return;
        }
        String person = "user:" + asked.path("person").asString();
        Files.writeString(data.resolve("people"), person);
        Files.delete(firstToken);
        answer(
                exchange,
                200,
                "{\"person\":\"" + person + "\",\"token\":\"rs_person_1\",\"added\":\"later\"}");
    }

    private static void answerPerson(HttpExchange exchange, String body) throws IOException {
        boolean signedIn =
                "Bearer rs_person_1".equals(exchange.getRequestHeaders().getFirst("Authorization"));
        answer(exchange, signedIn ? 200 : 401, signedIn ? body : "{\"title\":\"Who are you?\"}");
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static String value(String[] arguments, String name) {
        return Arrays.stream(arguments)
                .filter(argument -> argument.startsWith(name))
                .map(argument -> argument.substring(name.length()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name));
    }
}
