package dev.runside.server.storage.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Starts PostgreSQL's programs by argument vector; what they say goes into one log file. */
record Program(Binaries binaries, Path logs) {

    private static final String LOG = "postgres.log";
    private static final long LOG_BYTES = 10L * 1024 * 1024;

    Path log() {
        return logs.resolve(LOG);
    }

    /** Puts a log that has grown large aside; the one put aside before goes. */
    static void turnLog(Path logs) throws IOException {
        Path log = logs.resolve(LOG);
        if (Files.exists(log) && Files.size(log) > LOG_BYTES) {
            Files.move(log, logs.resolve(LOG + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Runs a program to its end and returns its exit code. */
    int run(Duration limit, String name, String... arguments) {
        Process process = start(Platform.asOrdinaryUser(), name, List.of(arguments));
        try {
            if (process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                return process.exitValue();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
        throw new PostgresFailure(
                name + " did not end within " + limit.toSeconds() + " s; see " + log());
    }

    /** Starts a program that stays. */
    Process launch(String name, List<String> arguments) {
        return start(Platform.inOwnSession(), name, arguments);
    }

    private Process start(List<String> prefix, String name, List<String> arguments) {
        var command = new ArrayList<>(prefix);
        command.add(binaries.program(name).toString());
        command.addAll(arguments);
        var builder =
                new ProcessBuilder(command)
                        .directory(logs.toFile())
                        .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
                        .redirectErrorStream(true)
                        .redirectOutput(Redirect.appendTo(log().toFile()));
        builder.environment().keySet().removeIf(variable -> variable.startsWith("PG"));
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(name + " does not start", e);
        }
    }
}
