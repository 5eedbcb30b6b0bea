package dev.runside.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One HTTP request as bytes on a socket: every header can be what a client library would not let it
 * be.
 */
public final class Wire {

    private static final int PATIENCE_MILLIS = 20_000;

    private final int port;
    private final List<String> headers = new ArrayList<>();
    private String host;
    private String body = "";

    private Wire(int port) {
        this.port = port;
        this.host = "localhost:" + port;
    }

    public static Wire to(int port) {
        return new Wire(port);
    }

    public Wire host(String name) {
        host = name;
        return this;
    }

    public Wire header(String name, String value) {
        headers.add(name + ": " + value);
        return this;
    }

    public Wire bearer(String token) {
        return header("Authorization", "Bearer " + token);
    }

    public Wire json(String text) {
        body = text;
        return header("Content-Type", "application/json")
                .header("Content-Length", Integer.toString(length(text)));
    }

    /** With whatever length the headers say. */
    public Wire body(String text) {
        body = text;
        return this;
    }

    public Answer get(String path) {
        return send("GET", path);
    }

    public Answer post(String path) {
        return send("POST", path);
    }

    public Answer send(String method, String path) {
        var head =
                new StringBuilder(
                        method
                                + " "
                                + path
                                + " HTTP/1.1\r\nHost: "
                                + host
                                + "\r\nConnection: close\r\n");
        headers.forEach(header -> head.append(header).append("\r\n"));
        if (body.isEmpty()
                && !method.equals("GET")
                && headers.stream().noneMatch(Wire::saysLength)) {
            head.append("Content-Length: 0\r\n");
        }
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write((head + "\r\n" + body).getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            return Answer.parse(read(socket.getInputStream()));
        } catch (IOException e) {
            throw new AssertionError(method + " " + path + " got no answer", e);
        }
    }

    /** To its stated end, or to the end of the connection. */
    private static String read(InputStream answer) throws IOException {
        var bytes = new ByteArrayOutputStream();
        for (int octet = answer.read(); octet >= 0; octet = answer.read()) {
            bytes.write(octet);
            if (octet == '\n' && bytes.toString(StandardCharsets.UTF_8).endsWith("\r\n\r\n")) {
                bytes.write(rest(bytes.toString(StandardCharsets.UTF_8), answer));
                break;
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static byte[] rest(String head, InputStream answer) throws IOException {
        var length = Pattern.compile("(?i)\r\nContent-Length: (\\d+)").matcher(head);
        return length.find()
                ? answer.readNBytes(Integer.parseInt(length.group(1)))
                : answer.readAllBytes();
    }

    private static boolean saysLength(String header) {
        return header.startsWith("Content-Length") || header.startsWith("Transfer-Encoding");
    }

    private static int length(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** The body is as it came: a chunked one still has its chunk lengths. */
    public record Answer(int status, List<String> headers, String body) {

        static Answer parse(String text) {
            int end = text.indexOf("\r\n\r\n");
            List<String> lines = text.substring(0, end).lines().toList();
            int status = Integer.parseInt(lines.getFirst().split(" ")[1]);
            return new Answer(status, lines.subList(1, lines.size()), text.substring(end + 4));
        }

        public Optional<String> header(String name) {
            String start = name + ": ";
            return headers.stream()
                    .filter(line -> line.regionMatches(true, 0, start, 0, start.length()))
                    .map(line -> line.substring(start.length()))
                    .findFirst();
        }

        /** The text of a field of a JSON body, wherever it stands. */
        public String field(String name) {
            var found = Pattern.compile("\"" + name + "\":\"([^\"]*)\"").matcher(body);
            if (!found.find()) {
                throw new AssertionError("There is no " + name + " in " + body);
            }
            return found.group(1);
        }
    }
}
