package dev.runside.server.intake.otlp;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The batches that have been counted, as rows. */
@Component
class BatchTable {

    private final JdbcClient database;

    BatchTable(JdbcClient database) {
        this.database = database;
    }

    /** The oldest of them first. */
    List<UUID> newest(int most) {
        List<UUID> newest =
                new ArrayList<>(
                        database.sql(
                                        "select key from export_batch order by heard_at desc limit :most")
                                .param("most", most)
                                .query(UUID.class)
                                .list());
        Collections.reverse(newest);
        return newest;
    }

    void write(Collection<UUID> batches, long heardAt) {
        if (batches.isEmpty()) {
            return;
        }
        database.sql(
                        """
                        insert into export_batch (key, heard_at)
                        select key, 'epoch'::timestamptz + :heard * interval '1 millisecond'
                          from unnest(:keys::uuid[]) as item(key)
                        on conflict (key) do nothing
                        """)
                .param("heard", heardAt)
                .param("keys", batches.stream().map(UUID::toString).toArray(String[]::new))
                .update();
    }

    void deleteUntil(long heardAt) {
        database.sql(
                        """
                        delete from export_batch
                         where heard_at < 'epoch'::timestamptz + :heard * interval '1 millisecond'
                        """)
                .param("heard", heardAt)
                .update();
    }
}
