package dev.runside.server.storage.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The postmaster that a killed server left running: it is stopped cleanly, and never attached to,
 * for nobody knows with which settings it runs. The caller holds the data directory's lock, so no
 * living server owns it.
 */
final class Predecessor {

    private static final Logger log = LoggerFactory.getLogger(Predecessor.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Program program;
    private final Path cluster;

    Predecessor(Program program, Path cluster) {
        this.program = program;
        this.cluster = cluster;
    }

    void stop() {
        PostmasterFile.read(cluster)
                .flatMap(file -> ProcessHandle.of(file.process()))
                .ifPresent(process -> {
                    if (serves(process)) {
                        log.info(
                                "Stopping the PostgreSQL (process {}) that an earlier server left running",
                                process.pid());
                        end(process);
                    } else {
                        forget();
                    }
                });
    }

    private boolean serves(ProcessHandle process) {
        List<String> arguments = List.of(process.info().arguments().orElse(new String[0]));
        return arguments.contains(cluster.toString());
    }

    private void end(ProcessHandle process) {
        if (stopped("fast") || stopped("immediate") || !process.isAlive()) {
            return;
        }
        throw new PostgresFailure(
                "The PostgreSQL of an earlier server (process "
                        + process.pid()
                        + ") does not stop.");
    }

    private boolean stopped(String mode) {
        var seconds = Long.toString(PATIENCE.toSeconds() / 2);
        return program.run(
                        PATIENCE,
                        "pg_ctl",
                        "stop",
                        "-D",
                        cluster.toString(),
                        "-m",
                        mode,
                        "-w",
                        "-t",
                        seconds)
                == 0;
    }

    /**
     * The number belongs to another program by now: the file is stale, and PostgreSQL would take it
     * for a living one.
     */
    private void forget() {
        try {
            Files.deleteIfExists(PostmasterFile.in(cluster));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
