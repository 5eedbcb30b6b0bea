package dev.runside.server.storage.postgres;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** One running postmaster. */
final class Postmaster {

    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);
    private static final long POLL_MILLIS = 10;

    /** On the command line they outrank {@code postgresql.conf} and {@code alter system}. */
    private static final Map<String, String> SETTINGS =
            new TreeMap<>(
                    Map.ofEntries(
                            Map.entry("fsync", "on"),
                            Map.entry("synchronous_commit", "on"),
                            Map.entry("full_page_writes", "on"),
                            Map.entry("listen_addresses", "127.0.0.1"),
                            Map.entry("unix_socket_directories", ""),
                            Map.entry("password_encryption", "scram-sha-256"),
                            Map.entry("shared_buffers", "64MB"),
                            Map.entry("max_connections", "40"),
                            Map.entry("max_wal_size", "512MB"),
                            Map.entry("max_wal_senders", "0"),
                            Map.entry("max_worker_processes", "4"),
                            Map.entry("max_parallel_workers_per_gather", "0"),
                            Map.entry("maintenance_work_mem", "32MB"),
                            Map.entry("io_method", "sync"),
                            Map.entry("jit", "off"),
                            Map.entry("timezone", "UTC"),
                            Map.entry("log_timezone", "UTC")));

    private final Program program;
    private final Path cluster;
    private final Process process;

    private Postmaster(Program program, Path cluster, Process process) {
        this.program = program;
        this.cluster = cluster;
        this.process = process;
    }

    /** Returns when it takes connections. */
    static Postmaster start(Program program, Path cluster, int port) {
        var arguments =
                new ArrayList<>(List.of("-D", cluster.toString(), "-p", Integer.toString(port)));
        SETTINGS.forEach((name, value) -> arguments.addAll(List.of("-c", name + "=" + value)));
        var postmaster = new Postmaster(program, cluster, program.launch("postgres", arguments));
        postmaster.awaitReady();
        return postmaster;
    }

    Process process() {
        return process;
    }

    void stop() {
        if (!stopped("fast") && !stopped("immediate")) {
            process.destroyForcibly();
        }
    }

    private boolean stopped(String mode) {
        var seconds = Long.toString(STOP_LIMIT.toSeconds());
        program.run(
                STOP_LIMIT.multipliedBy(2),
                "pg_ctl",
                "stop",
                "-D",
                cluster.toString(),
                "-m",
                mode,
                "-w",
                "-t",
                seconds);
        return ended(POLL_MILLIS * 100);
    }

    private void awaitReady() {
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (!isReady()) {
            if (ended(POLL_MILLIS)) {
                throw new PostgresFailure(
                        "PostgreSQL ended while it was starting; see " + program.log());
            }
            if (System.nanoTime() > deadline) {
                process.destroyForcibly();
                throw new PostgresFailure(
                        "PostgreSQL did not start within "
                                + START_LIMIT.toSeconds()
                                + " s; see "
                                + program.log());
            }
        }
    }

    private boolean isReady() {
        return PostmasterFile.read(cluster)
                .filter(file -> file.process() == process.pid())
                .map(PostmasterFile::ready)
                .orElse(false);
    }

    private boolean ended(long withinMillis) {
        try {
            return process.waitFor(withinMillis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
            throw new PostgresFailure("Interrupted while PostgreSQL was starting or stopping", e);
        }
    }
}
