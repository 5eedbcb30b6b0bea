package dev.runside.bench.rig;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One kept connection of HTTP/1.1, with as little work of its own as can be: it shares the cores
 * with what it measures. Opened again when the other side closes it.
 */
public final class Connection implements AutoCloseable {

    private static final int SILENCE_MILLIS = 30_000;

    private final int port;
    private final String head;
    private Socket socket = new Socket();
    private InputStream in = InputStream.nullInputStream();

    /**
     * @param headers further lines, each with its line end
     */
    public Connection(int port, String path, String headers) {
        this.port = port;
        this.head =
                "POST %s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\n%sContent-Length: "
                        .formatted(path, port, headers);
    }

    /** The status of the answer, which has come whole. */
    public int post(byte[] body) throws IOException {
        if (!socket.isConnected() || socket.isClosed()) {
            open();
        }
        byte[] front = (head + body.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
        byte[] all = new byte[front.length + body.length];
        System.arraycopy(front, 0, all, 0, front.length);
        System.arraycopy(body, 0, all, front.length, body.length);
        socket.getOutputStream().write(all);
        return answer();
    }

    private void open() throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(SILENCE_MILLIS);
        in = new BufferedInputStream(socket.getInputStream());
    }

    private int answer() throws IOException {
        int status = Integer.parseInt(line().split(" ", 3)[1]);
        long length = 0;
        boolean pieces = false;
        boolean last = false;
        for (String line = line(); !line.isEmpty(); line = line()) {
            String header = line.toLowerCase(Locale.ROOT);
            if (header.startsWith("content-length:")) {
                length = Long.parseLong(header.substring("content-length:".length()).strip());
            }
            pieces |= header.equals("transfer-encoding: chunked");
            last |= header.equals("connection: close");
        }
        if (pieces) {
            skipPieces();
        } else {
            in.skipNBytes(length);
        }
        if (last) {
            close();
        }
        return status;
    }

    private void skipPieces() throws IOException {
        long length = Long.parseLong(line(), 16);
        while (length > 0) {
            in.skipNBytes(length);
            line();
            length = Long.parseLong(line(), 16);
        }
        line();
    }

    private String line() throws IOException {
        var line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the connection ended within an answer");
            }
            if (next != '\r') {
                line.write(next);
            }
        }
        return line.toString(StandardCharsets.US_ASCII);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
