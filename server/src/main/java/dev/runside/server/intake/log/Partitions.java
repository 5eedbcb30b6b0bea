package dev.runside.server.intake.log;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The log's partitions, one for each day (UTC) on which signals arrived. */
@Component
class Partitions {

    private static final String PREFIX = "signal_";
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

    private final JdbcClient database;
    private final Set<LocalDate> present = ConcurrentHashMap.newKeySet();

    Partitions(JdbcClient database) {
        this.database = database;
    }

    static LocalDate dayOf(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC);
    }

    void ensure(LocalDate day) {
        if (present.contains(day)) {
            return;
        }
        database.sql(
                        """
                        create table if not exists %s partition of signal
                           for values from ('%s 00:00:00Z') to ('%s 00:00:00Z')
                        """
                                .formatted(PREFIX + DAY.format(day), day, day.plusDays(1)))
                .update();
        present.add(day);
    }

    /** Removes the days before. */
    List<LocalDate> dropBefore(LocalDate day) {
        List<LocalDate> over = days().stream().filter(each -> each.isBefore(day)).toList();
        over.forEach(each -> {
            present.remove(each);
            database.sql("drop table if exists " + PREFIX + DAY.format(each)).update();
        });
        return over;
    }

    List<LocalDate> days() {
        return database
                .sql(
                        """
                        select child.relname
                          from pg_inherits join pg_class child on child.oid = inhrelid
                         where inhparent = 'signal'::regclass
                         order by 1
                        """)
                .query((row, _) -> row.getString("relname"))
                .stream()
                .map(name -> LocalDate.parse(name.substring(PREFIX.length()), DAY))
                .toList();
    }
}
