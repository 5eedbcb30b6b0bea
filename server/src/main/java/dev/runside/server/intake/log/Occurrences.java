package dev.runside.server.intake.log;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which occurrences have been stored. A narrow table beside the log: a unique key over the log's
 * partitions would have to hold the day, and the same occurrence told again after midnight would
 * count twice.
 */
@Component
public class Occurrences {

    private final JdbcClient database;

    Occurrences(JdbcClient database) {
        this.database = database;
    }

    public Set<UUID> known(Collection<UUID> keys) {
        return keys.isEmpty()
                ? Set.of()
                : database.sql("select key from signal_occurrence where key = any(:keys::uuid[])")
                        .param("keys", texts(keys))
                        .query((row, _) -> row.getObject("key", UUID.class))
                        .set();
    }

    /** Takes them down; returns those that are new. */
    Set<UUID> add(Collection<UUID> keys, LocalDate day) {
        return database.sql(
                        """
                        insert into signal_occurrence (key, day)
                        select key, :day from unnest(:keys::uuid[]) as key
                        on conflict do nothing
                        returning key
                        """)
                .param("keys", texts(keys))
                .param("day", day)
                .query((row, _) -> row.getObject("key", UUID.class))
                .set();
    }

    int forgetBefore(LocalDate day) {
        return database.sql("delete from signal_occurrence where day < :day")
                .param("day", day)
                .update();
    }

    private static String[] texts(Collection<UUID> keys) {
        return keys.stream().map(UUID::toString).toArray(String[]::new);
    }
}
