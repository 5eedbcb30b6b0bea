package dev.runside.server.intake.otlp;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Cursors as a log: what a commit moves on is one row. */
@Component
class CursorTable {

    private static final int IN_ROW = 10_000;

    private final JdbcClient database;

    CursorTable(JdbcClient database) {
        this.database = database;
    }

    /** In the order in which they were written: of a series the last one holds. */
    void read(Consumer<Cursor> each) {
        database.sql("select cursors from series_progress order by id")
                .query(row -> {
                    PackedCursors.unpack(row.getBytes("cursors")).forEach(each);
                });
    }

    /** Within the transaction that stores what the cursors have counted. */
    void append(Collection<Cursor> cursors) {
        if (!cursors.isEmpty()) {
            database.sql("insert into series_progress (cursors) values (:cursors)")
                    .param("cursors", PackedCursors.pack(cursors))
                    .update();
        }
    }

    /**
     * Puts these in the place of all. What is interrupted is only longer: it says the same of each.
     */
    void rewrite(Collection<Cursor> all) {
        Optional<Long> last =
                database.sql("select max(id) from series_progress").query(Long.class).optional();
        List<Cursor> rest = new ArrayList<>(all);
        for (int from = 0; from < rest.size(); from += IN_ROW) {
            append(rest.subList(from, Math.min(rest.size(), from + IN_ROW)));
        }
        last.ifPresent(until ->
                database.sql("delete from series_progress where id <= :until")
                        .param("until", until)
                        .update());
    }
}
