package dev.runside.server.storage;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keeps the promise of {@link ServerClock} across restarts: what is stored is always a little later
 * than any time given out before the next store, so a server killed in between starts no earlier.
 */
final class ClockKeeper implements AutoCloseable {

    static final Duration EVERY = Duration.ofSeconds(1);
    private static final Duration AHEAD = Duration.ofSeconds(2);

    private final JdbcClient database;
    private final ServerClock clock;
    private final Every ticks;

    ClockKeeper(JdbcClient database, InstantSource wall) {
        this.database = database;
        this.clock = new ServerClock(wall, System::nanoTime, stored());
        store(clock.instant().plus(AHEAD));
        this.ticks = Every.start("clock-keeper", EVERY, this::keep);
    }

    ServerClock clock() {
        return clock;
    }

    @Override
    public void close() {
        ticks.close();
    }

    private void keep() {
        store(clock.instant().plus(AHEAD));
    }

    private Instant stored() {
        return database.sql("select promised_until from server_clock")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    private void store(Instant time) {
        database.sql("update server_clock set promised_until = greatest(promised_until, :time)")
                .param("time", time.atOffset(ZoneOffset.UTC))
                .update();
    }
}
