package dev.runside.agent.process;

import dev.runside.agent.time.Deadline;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Asks over plain HTTP/1.1, on a connection of its own each time: answers when a status below 400
 * came in time. Reads no further than the status, which makes asking thirty services every second
 * cost next to nothing.
 */
record HttpHealth(InetSocketAddress address, byte[] request) implements Health {

    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([1-5][0-9]{2})");
    private static final int STATUS_LENGTH = 12;

    static HttpHealth of(URI uri) {
        int port = uri.getPort() < 0 ? 80 : uri.getPort();
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        String request =
                """
                GET %s%s HTTP/1.1\r
                Host: %s:%d\r
                User-Agent: runside-agent\r
                Accept: */*\r
                Connection: close\r
                \r
                """
                        .formatted(path, query, uri.getHost(), port);
        return new HttpHealth(
                InetSocketAddress.createUnresolved(uri.getHost(), port),
                request.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public HealthAnswer ask(Duration timeout) throws InterruptedException {
        Deadline deadline = Deadline.in(timeout);
        try (Socket socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(address.getHostString(), address.getPort()),
                    millis(deadline));
            socket.getOutputStream().write(request);
            return answer(status(socket, deadline));
        } catch (SocketTimeoutException silent) {
            return new HealthAnswer.Miss("no answer within " + timeout.toMillis() + " ms");
        } catch (ConnectException refused) {
            return new HealthAnswer.Miss("connection refused");
        } catch (IOException broken) {
            if (Thread.interrupted()) {
                throw new InterruptedException("interrupted while asking");
            }
            return new HealthAnswer.Miss("connection broken: " + broken.getMessage());
        }
    }

    private static HealthAnswer answer(OptionalInt status) {
        if (status.isEmpty()) {
            return new HealthAnswer.Miss("the answer is not HTTP");
        }
        return status.getAsInt() < 400
                ? HealthAnswer.good()
                : new HealthAnswer.Miss("HTTP " + status.getAsInt());
    }

    private static OptionalInt status(Socket socket, Deadline deadline) throws IOException {
        InputStream in = socket.getInputStream();
        byte[] start = new byte[STATUS_LENGTH];
        int length = 0;
        while (length < STATUS_LENGTH) {
            socket.setSoTimeout(millis(deadline));
            int read = in.read(start, length, STATUS_LENGTH - length);
            if (read < 0) {
                throw new IOException("closed without an answer");
            }
            length += read;
        }
        Matcher matcher = STATUS.matcher(new String(start, StandardCharsets.ISO_8859_1));
        return matcher.matches()
                ? OptionalInt.of(Integer.parseInt(matcher.group(1)))
                : OptionalInt.empty();
    }

    /** Zero would mean for ever. */
    private static int millis(Deadline deadline) throws SocketTimeoutException {
        if (deadline.over()) {
            throw new SocketTimeoutException();
        }
        return (int) Math.clamp(deadline.left().toMillis(), 1, Integer.MAX_VALUE);
    }
}
