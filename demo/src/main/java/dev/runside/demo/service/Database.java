package dev.runside.demo.service;

import dev.runside.demo.site.Site;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * The orders database over JDBC, with a few connections kept. A failure closes every kept one:
 * after the database was away each is dead, and the next request makes its own. While it leaks,
 * none is given back.
 */
public final class Database {

    private static final int MOST = 8;
    private static final Duration FREE_WITHIN = Duration.ofMillis(250);

    private final String url;
    private final Properties login = new Properties();
    private final ConcurrentLinkedDeque<Connection> kept = new ConcurrentLinkedDeque<>();
    private final ConcurrentLinkedDeque<Connection> leaked = new ConcurrentLinkedDeque<>();
    private final Semaphore permits = new Semaphore(MOST);
    private final BooleanSupplier leaks;

    public Database(Site site, String role) {
        this(site, role, () -> false);
    }

    /**
     * @param leaks asked at each use
     */
    public Database(Site site, String role, BooleanSupplier leaks) {
        this.leaks = leaks;
        this.url = "jdbc:postgresql://127.0.0.1:" + site.port("orders-db") + "/shop";
        login.setProperty("user", role);
        login.setProperty("password", site.secret("orders-db-" + role).read());
        login.setProperty("ApplicationName", role);
        login.setProperty("connectTimeout", "1");
        login.setProperty("loginTimeout", "1");
        login.setProperty("socketTimeout", "2");
    }

    /** Runs the work in one transaction. */
    public <T> T inTransaction(Work<T> work) throws SQLException {
        boolean leaking = leaks.getAsBoolean();
        if (!leaking) {
            takeBack();
        }
        permit();
        boolean lost = false;
        try {
            Connection connection = take();
            try {
                T result = work.on(connection);
                connection.commit();
                lost = leaking;
                (lost ? leaked : kept).push(connection);
                return result;
            } catch (SQLException | RuntimeException e) {
                giveUp(connection);
                throw e;
            }
        } finally {
            if (!lost) {
                permits.release();
            }
        }
    }

    private void takeBack() {
        for (Connection lost = leaked.poll(); lost != null; lost = leaked.poll()) {
            kept.push(lost);
            permits.release();
        }
    }

    private void permit() throws SQLException {
        try {
            if (!permits.tryAcquire(FREE_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new SQLException("no connection became free within " + FREE_WITHIN);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new SQLException("interrupted");
        }
    }

    private Connection take() throws SQLException {
        Connection free = kept.poll();
        if (free != null) {
            return free;
        }
        Connection made = DriverManager.getConnection(url, login);
        made.setAutoCommit(false);
        return made;
    }

    private void giveUp(Connection broken) {
        close(broken);
        for (Connection idle = kept.poll(); idle != null; idle = kept.poll()) {
            close(idle);
        }
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException _) {
            // It is gone either way.
        }
    }

    /** What is done on one connection. */
    @FunctionalInterface
    public interface Work<T> {

        T on(Connection connection) throws SQLException;
    }
}
