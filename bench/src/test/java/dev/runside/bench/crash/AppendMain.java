package dev.runside.bench.crash;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Appends a line to a file, which must not be done twice. Asks at a {@link Checkpoint} before and
 * after, and does nothing more when that is gone. Needs the JDK alone.
 */
final class AppendMain {

    private AppendMain() {}

    /**
     * @param arguments the file, the line, the checkpoint's port
     */
    public static void main(String... arguments) throws IOException {
        Path file = Path.of(arguments[0]);
        String line = arguments[1];
        try (Socket checkpoint =
                new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[2]))) {
            pass(checkpoint, line, Checkpoint.Moment.BEFORE);
            Files.writeString(
                    file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            pass(checkpoint, line, Checkpoint.Moment.AFTER);
        }
    }

    private static void pass(Socket checkpoint, String line, Checkpoint.Moment moment)
            throws IOException {
        OutputStream out = checkpoint.getOutputStream();
        out.write((line + " " + moment + "\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
        String answer =
                new BufferedReader(
                                new InputStreamReader(
                                        checkpoint.getInputStream(), StandardCharsets.UTF_8))
                        .readLine();
        if (answer == null) {
            System.exit(3);
        }
    }
}
