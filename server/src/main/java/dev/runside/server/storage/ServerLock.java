package dev.runside.server.storage;

import dev.runside.server.storage.postgres.DatabaseAddress;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The right to be the one server of this database: a session lock, so that it is free as soon as
 * its holder is gone. A second server waits here, before it migrates or serves anything.
 */
final class ServerLock implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(ServerLock.class);
    private static final long KEY = 0x52756e73696465L;
    private static final Duration RETRY = Duration.ofSeconds(1);
    private static final int ANSWER_SECONDS = 3;

    private final DatabaseAddress database;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicReference<Optional<Connection>> session =
            new AtomicReference<>(Optional.empty());

    ServerLock(DatabaseAddress database) {
        this.database = database;
    }

    /** Returns when this server is the one; refuses when the process is told to stop meanwhile. */
    void await() throws SQLException {
        if (tryTake()) {
            return;
        }
        log.info("Standing by: another server holds this database; taking over when it is gone");
        var stop = new Thread(closed::countDown, "stop-standing-by");
        Runtime.getRuntime().addShutdownHook(stop);
        do {
            if (pausedAndClosed()) {
                throw new IllegalStateException("Stopped while standing by");
            }
        } while (!takeQuietly());
        Runtime.getRuntime().removeShutdownHook(stop);
        log.info("Taking over");
    }

    /** True while the session that holds the lock answers. */
    boolean held() {
        return session.get().map(ServerLock::answers).orElse(false);
    }

    /** True when the lock is held (again) by this server. */
    boolean takeQuietly() {
        try {
            return tryTake();
        } catch (SQLException e) {
            log.debug("The database does not answer: {}", e.getMessage());
            return false;
        }
    }

    @Override
    public void close() {
        closed.countDown();
        session.getAndSet(Optional.empty()).ifPresent(ServerLock::discard);
    }

    private boolean tryTake() throws SQLException {
        session.getAndSet(Optional.empty()).ifPresent(ServerLock::discard);
        Connection connection = database.connect();
        if (!lock(connection)) {
            connection.close();
            return false;
        }
        session.set(Optional.of(connection));
        return true;
    }

    private static boolean lock(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            // A holder whose machine is gone must be noticed by PostgreSQL within the ten seconds
            // of a take-over.
            statement.execute(
                    """
                    set tcp_keepalives_idle = 3;
                    set tcp_keepalives_interval = 1;
                    set tcp_keepalives_count = 3;
                    set idle_session_timeout = 0
                    """);
            try (var rows = statement.executeQuery("select pg_try_advisory_lock(" + KEY + ")")) {
                return rows.next() && rows.getBoolean(1);
            }
        }
    }

    private boolean pausedAndClosed() {
        try {
            return closed.await(RETRY.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private static boolean answers(Connection connection) {
        try {
            return connection.isValid(ANSWER_SECONDS);
        } catch (SQLException _) {
            return false;
        }
    }

    private static void discard(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            log.debug("The lock's session is gone already: {}", e.getMessage());
        }
    }
}
