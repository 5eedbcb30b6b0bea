package dev.runside.server.storage.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The PostgreSQL that belongs to this server: it starts and stops with it, and is started again
 * when it dies alone.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final Duration PAUSE_BEFORE_RESTART = Duration.ofSeconds(1);
    private static final Executor later =
            CompletableFuture.delayedExecutor(
                    PAUSE_BEFORE_RESTART.toMillis(), TimeUnit.MILLISECONDS);

    private final Program program;
    private final Cluster cluster;
    private final int port;
    private final Passwords passwords;
    private Postmaster postmaster;
    private boolean closed;

    private EmbeddedPostgres(Program program, Cluster cluster, int port, Passwords passwords) {
        this.program = program;
        this.cluster = cluster;
        this.port = port;
        this.passwords = passwords;
        this.postmaster = Postmaster.start(program, cluster.directory(), port);
    }

    /** Starts it, made anew if need be. The caller holds the data directory's lock. */
    public static EmbeddedPostgres start(Home home, Passwords passwords) {
        prepare(home);
        var program = new Program(Binaries.unpackInto(home.binaries()), home.logs());
        new Predecessor(program, home.cluster()).stop();
        var cluster = Cluster.at(home.cluster(), program, passwords.setup());
        var postgres =
                new EmbeddedPostgres(
                        program, cluster, Port.keptIn(home.portFile()).number(), passwords);
        postgres.createRoles();
        postgres.watch();
        return postgres;
    }

    /** Where the server's own role finds its database. */
    public DatabaseAddress address() {
        return DatabaseAddress.onLoopback(port, Roles.DATABASE, Roles.SERVER, passwords.server());
    }

    public synchronized long process() {
        return postmaster.process().pid();
    }

    @Override
    public synchronized void close() {
        closed = true;
        postmaster.stop();
    }

    private static void prepare(Home home) {
        try {
            Files.createDirectories(home.logs());
            Program.turnLog(home.logs());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void createRoles() {
        if (cluster.rolesAreThere()) {
            return;
        }
        try {
            var superuser =
                    DatabaseAddress.onLoopback(
                            port, "postgres", Cluster.SUPERUSER, passwords.setup());
            Roles.create(superuser, passwords.server());
            cluster.markRolesThere();
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private synchronized void watch() {
        postmaster.process().onExit().thenRunAsync(this::restart, later);
    }

    private synchronized void restart() {
        if (closed) {
            return;
        }
        log.warn("PostgreSQL ended by itself; starting it again");
        try {
            postmaster = Postmaster.start(program, cluster.directory(), port);
            watch();
        } catch (PostgresFailure e) {
            log.error("PostgreSQL does not start: {}", e.getMessage());
            later.execute(this::restart);
        }
    }
}
