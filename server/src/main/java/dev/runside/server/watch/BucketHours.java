package dev.runside.server.watch;

import dev.runside.server.storage.Every;
import dev.runside.server.storage.ServerClock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Sums buckets up by the hour for what looks back over weeks, and lets go of those that are older
 * than anything looks back.
 */
@Component
@DependsOnDatabaseInitialization
class BucketHours implements AutoCloseable {

    static final Duration KEPT = Duration.ofDays(35);

    /** What comes later than this is in no hour. */
    private static final Duration LATE = Duration.ofHours(6);

    private static final Duration PERIOD = Duration.ofMinutes(10);
    private static final int PORTION = 20_000;

    private final JdbcClient database;
    private final ServerClock clock;
    private final Every periods;

    BucketHours(JdbcClient database, ServerClock clock) {
        this.database = database;
        this.clock = clock;
        this.periods = Every.start("bucket-hours", PERIOD, this::keep);
    }

    final void keep() {
        Instant now = clock.instant();
        Instant until = now.minus(LATE).truncatedTo(ChronoUnit.HOURS);
        Optional<Instant> first = next();
        for (Instant hour = first.orElse(until);
                hour.isBefore(until);
                hour = hour.plus(1, ChronoUnit.HOURS)) {
            sumUp(hour);
        }
        forget(now.minus(KEPT));
    }

    @Override
    public void close() {
        periods.close();
    }

    /** The hour to begin with; empty where nothing is stored. */
    private Optional<Instant> next() {
        return database.sql(
                        """
                        select date_trunc('hour', coalesce(
                                 (select max(start) + interval '1 hour' from indicator_hour),
                                 (select min(start) from indicator_bucket))) as hour
                        """)
                .query((row, _) -> Optional.ofNullable(row.getTimestamp("hour")))
                .single()
                .map(hour -> hour.toInstant());
    }

    private void sumUp(Instant hour) {
        database.sql(
                        """
                        insert into indicator_hour (indicator, start, good, total)
                        select indicator, :hour, sum(good), sum(total) from indicator_bucket
                         where start >= :hour and start < :end group by indicator
                        on conflict do nothing
                        """)
                .param("hour", at(hour))
                .param("end", at(hour.plus(1, ChronoUnit.HOURS)))
                .update();
    }

    private void forget(Instant bound) {
        database.sql("delete from indicator_hour where start < :bound")
                .param("bound", at(bound))
                .update();
        int gone;
        do {
            gone =
                    database.sql(
                                    """
                                    delete from indicator_bucket where ctid = any(array(
                                      select ctid from indicator_bucket where start < :bound limit :portion))
                                    """)
                            .param("bound", at(bound))
                            .param("portion", PORTION)
                            .update();
        } while (gone == PORTION);
    }

    private static OffsetDateTime at(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
