package dev.runside.cli.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** The embedded database's first process, as PostgreSQL itself wrote it down. */
public record Postmaster(ProcessHandle process) {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    public static Optional<Postmaster> find(DataFolder data) throws IOException {
        Path file = data.path().resolve("pg").resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        return Files.readString(file)
                .lines()
                .findFirst()
                .map(String::strip)
                .filter(line -> line.matches("\\d{1,10}"))
                .flatMap(line -> ProcessHandle.of(Long.parseLong(line)))
                .filter(ProcessHandle::isAlive)
                .filter(Postmaster::isPostgres)
                .map(Postmaster::new);
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info().command().map(path -> path.contains("postgres")).orElse(false);
    }

    /** A stop that waits for nobody (SIGINT) is not Java's to send; clients are gone already. */
    public void stop() {
        Stopping.stop(process, LIMIT);
    }
}
