package dev.runside.server.intake.poll;

import dev.runside.core.Ref;
import dev.runside.server.storage.Epoch;
import dev.runside.server.storage.Every;
import dev.runside.server.storage.ServerClock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Begins each poll when it is due, on a thread of its own, so that a slow tool holds up no other.
 * Only the server that holds the epoch asks.
 */
@Component
@DependsOnDatabaseInitialization
class Due implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Due.class);
    private static final int MOST_AT_ONCE = 8;

    private final PollTable table;
    private final Poller poller;
    private final ServerClock clock;
    private final Epoch epoch;
    private final JdbcClient database;
    private final Set<Ref> underWay = ConcurrentHashMap.newKeySet();
    private final Semaphore places = new Semaphore(MOST_AT_ONCE);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Every seconds;

    Due(PollTable table, Poller poller, ServerClock clock, Epoch epoch, JdbcClient database) {
        this.table = table;
        this.poller = poller;
        this.clock = clock;
        this.epoch = epoch;
        this.database = database;
        this.seconds = Every.start("polls", Duration.ofSeconds(1), this::begin);
    }

    private void begin() {
        table.all().stream()
                .filter(each -> !each.next().isAfter(clock.instant()))
                .filter(each -> underWay.add(each.polled().source()))
                .forEach(each -> threads.execute(() -> poll(each)));
    }

    private void poll(Progress due) {
        try {
            places.acquire();
            try {
                epoch.check(database);
                poller.poll(due);
            } finally {
                places.release();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            log.warn("Polling for {} failed: {}", due.polled().source(), e.getMessage());
        } finally {
            underWay.remove(due.polled().source());
        }
    }

    @Override
    public void close() {
        seconds.close();
        threads.shutdownNow();
    }
}
