package dev.runside.demo.database;

import dev.runside.demo.process.Signal;
import dev.runside.demo.process.Supervised;
import dev.runside.demo.service.Pause;
import dev.runside.demo.site.Site;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The shop's PostgreSQL. Its data is a sample's: a crash may lose it, so nothing waits for the
 * disk.
 */
public final class OrdersDatabase {

    public static final String NAME = "orders-db";

    private final Site site;
    private final Path folder;

    public OrdersDatabase(Site site) {
        this.site = site;
        this.folder = site.folder().resolve(NAME);
    }

    /**
     * The postgres process itself, whoever starts it. INT is its fast shutdown: clients are
     * disconnected.
     */
    public Supervised process() {
        List<String> arguments =
                List.of(
                        "-D", data().toString(),
                        "-p", String.valueOf(site.port(NAME)),
                        "-c", "listen_addresses=127.0.0.1",
                        "-c", "unix_socket_directories=",
                        "-c", "fsync=off",
                        "-c", "shared_buffers=16MB",
                        "-c", "max_connections=40",
                        "-c", "timezone=UTC");
        List<String> command = binaries().command("postgres", arguments);
        return new Supervised(
                NAME, command, site.pidFile(NAME), site.logFile(NAME), Signal.INTERRUPT);
    }

    /** Makes the cluster where there is none yet. */
    public void create() throws IOException {
        Path done = folder.resolve("created");
        if (Files.exists(done)) {
            return;
        }
        binaries().unpackOnce();
        initialise();
        Supervised postgres = process();
        postgres.start();
        try {
            awaitAnswer(Duration.ofSeconds(20));
            Schema.create(url("postgres"), url("shop"), site);
        } catch (SQLException e) {
            throw new IOException("could not lay out the orders database: " + e.getMessage(), e);
        } finally {
            postgres.stop(Duration.ofSeconds(10));
        }
        Files.writeString(done, "");
    }

    private void initialise() throws IOException {
        deleteData();
        Files.createDirectories(site.folder().resolve("log"));
        site.secret("orders-db-owner").orNew();
        List<String> arguments =
                List.of(
                        "-D",
                        data().toString(),
                        "-U",
                        "owner",
                        "--auth=scram-sha-256",
                        "--pwfile=" + site.secret("orders-db-owner").file().toAbsolutePath(),
                        "--encoding=UTF8",
                        "--locale=C",
                        "--no-sync");
        run(binaries().command("initdb", arguments));
    }

    private void run(List<String> command) throws IOException {
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(
                                ProcessBuilder.Redirect.appendTo(
                                        new File(site.logFile(NAME).toString())))
                        .start();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IOException(
                        command.getLast() + " failed; its log: " + site.logFile(NAME));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** Waits until a login works. */
    public void awaitAnswer(Duration patience) throws IOException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!answers()) {
            if (System.nanoTime() > deadline) {
                throw new IOException(NAME + " does not answer; its log: " + site.logFile(NAME));
            }
            Pause.of(Duration.ofMillis(20));
        }
    }

    private boolean answers() {
        try (var connection =
                DriverManager.getConnection(
                        url("postgres"), "owner", site.secret("orders-db-owner").read())) {
            return connection.isValid(1);
        } catch (SQLException _) {
            return false;
        }
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:"
                + site.port(NAME)
                + "/"
                + database
                + "?connectTimeout=1&socketTimeout=5";
    }

    private Path data() {
        return folder.resolve("data");
    }

    private Binaries binaries() {
        return new Binaries(folder.resolve("binaries"));
    }

    private void deleteData() throws IOException {
        if (Files.exists(data())) {
            try (var files = Files.walk(data())) {
                for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
