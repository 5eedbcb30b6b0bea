package dev.runside.server.intake.log;

import dev.runside.server.storage.Every;
import dev.runside.server.storage.ServerClock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.stereotype.Component;

/** Makes the days to come and drops those that are older than the log is kept. */
@Component
@DependsOnDatabaseInitialization
class Retention implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Retention.class);
    private static final int AHEAD_DAYS = 3;

    private final Partitions partitions;
    private final Occurrences occurrences;
    private final ServerClock clock;
    private final Duration kept;
    private final Every hours;

    Retention(
            Partitions partitions,
            Occurrences occurrences,
            ServerClock clock,
            @Value("${runside.intake.retention:30d}") Duration kept) {
        this.partitions = partitions;
        this.occurrences = occurrences;
        this.clock = clock;
        this.kept = kept;
        keep();
        this.hours = Every.start("signal-retention", Duration.ofHours(1), this::keep);
    }

    final void keep() {
        LocalDate today = Partitions.dayOf(clock.instant());
        for (int ahead = 0; ahead <= AHEAD_DAYS; ahead++) {
            partitions.ensure(today.plusDays(ahead));
        }
        LocalDate first = today.minusDays(Math.max(1, kept.toDays()));
        List<LocalDate> dropped = partitions.dropBefore(first);
        if (!dropped.isEmpty()) {
            int forgotten = occurrences.forgetBefore(first);
            log.info("Dropped the signals of {}; {} occurrences forgotten", dropped, forgotten);
        }
    }

    @Override
    public void close() {
        hours.close();
    }
}
