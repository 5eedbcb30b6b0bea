package dev.runside.server.storage.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * One port for one data directory, kept in a file; another one is taken only when a stranger holds
 * it.
 */
record Port(int number) {

    static Port keptIn(Path file) {
        try {
            if (Files.exists(file)) {
                int kept = Integer.parseInt(Files.readString(file).strip());
                if (free(kept)) {
                    return new Port(kept);
                }
            }
            int chosen = any();
            Files.writeString(file, chosen + "\n");
            return new Port(chosen);
        } catch (IOException e) {
            throw new UncheckedIOException("No port for PostgreSQL in " + file, e);
        } catch (NumberFormatException e) {
            throw new PostgresFailure(
                    "There is no port number in " + file + "; delete it to have one chosen.", e);
        }
    }

    private static boolean free(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException _) {
            return false;
        }
    }

    private static int any() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
