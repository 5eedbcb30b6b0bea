package dev.runside.cli.job;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import sun.misc.Signal;

/**
 * The job itself: no shell, its input and output are the caller's. What ends the caller is passed
 * on to it, and it is waited for.
 */
final class Child {

    /** As a shell says that it found no such program. */
    static final int NOT_FOUND = 127;

    private static final List<String> PASSED_ON = List.of("TERM", "HUP", "INT");

    private final List<String> arguments;
    private final LastLines lines = new LastLines();

    Child(List<String> arguments) {
        this.arguments = List.copyOf(arguments);
    }

    String lastLines() {
        return lines.text();
    }

    int run(OutputStream out, OutputStream error) throws InterruptedException {
        Process process;
        try {
            process =
                    new ProcessBuilder(arguments)
                            .redirectInput(ProcessBuilder.Redirect.INHERIT)
                            .start();
        } catch (IOException notStarted) {
            System.err.println("runside: " + notStarted.getMessage());
            lines.pass(
                    new java.io.ByteArrayInputStream(
                            String.valueOf(notStarted.getMessage())
                                    .getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                    OutputStream.nullOutputStream());
            return NOT_FOUND;
        }
        passSignals(process);
        Thread second =
                Thread.ofPlatform()
                        .daemon()
                        .start(() -> lines.pass(process.getErrorStream(), error));
        Thread first =
                Thread.ofPlatform().daemon().start(() -> lines.pass(process.getInputStream(), out));
        int exit = process.waitFor();
        // A child of its own may keep a stream open: what it says later is not waited for long.
        first.join(1_000);
        second.join(1_000);
        return exit;
    }

    private static void passSignals(Process process) {
        for (String name : PASSED_ON) {
            try {
                Signal.handle(new Signal(name), signal -> pass(process, signal.getName()));
            } catch (IllegalArgumentException _) {
                // This Java keeps the signal for itself, or ignores it as its caller wished.
            }
        }
    }

    private static void pass(Process process, String signal) {
        try {
            new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid())).start();
        } catch (IOException _) {
            process.destroy();
        }
    }
}
