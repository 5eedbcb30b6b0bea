package dev.runside.server.storage;

import dev.runside.server.health.Readiness;
import dev.runside.server.health.ReadinessCheck;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Watches whether this server is still the one. A lost session is taken again where nobody else
 * came in between; where somebody did, this server ends, and may be started again to stand by.
 */
final class Reign implements ReadinessCheck, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Reign.class);
    private static final Duration EVERY = Duration.ofSeconds(1);

    private final ServerLock lock;
    private final Epoch epoch;
    private final JdbcClient database;
    private final Runnable superseded;
    private final Every ticks;
    private volatile boolean held = true;

    Reign(ServerLock lock, Epoch epoch, JdbcClient database, Runnable superseded) {
        this.lock = lock;
        this.epoch = epoch;
        this.database = database;
        this.superseded = superseded;
        this.ticks = Every.start("reign", EVERY, this::look);
    }

    @Override
    public String name() {
        return "epoch";
    }

    @Override
    public Readiness check() {
        return held
                ? new Readiness.Ready("This server holds epoch " + epoch.current() + ".")
                : new Readiness.NotReady(
                        "The session that holds the database for this server is lost; taking it again.");
    }

    @Override
    public void close() {
        ticks.close();
    }

    private void look() {
        if (lock.held()) {
            held = true;
            return;
        }
        held = false;
        if (!lock.takeQuietly()) {
            return;
        }
        if (epoch.stillCurrent(database)) {
            log.info("Holding the database again, still at epoch {}", epoch.current());
            held = true;
        } else {
            log.error("A newer server has taken over since epoch {}; ending", epoch.current());
            ticks.close();
            superseded.run();
        }
    }
}
