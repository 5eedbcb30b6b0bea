package dev.runside.server.intake.otlp;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Cursors as rows. */
@Component
class CursorTable {

    private final JdbcClient database;

    CursorTable(JdbcClient database) {
        this.database = database;
    }

    List<Cursor> all() {
        return database.sql("select * from series_cursor").query((row, _) -> read(row)).list();
    }

    void write(Collection<Cursor> cursors) {
        if (cursors.isEmpty()) {
            return;
        }
        database.sql(
                        """
                        insert into series_cursor (key, instrument, source, start_nanos, time_nanos, total, buckets, bounds, recent_nanos, heard_at)
                        select key, instrument, source, starts, times, total,
                               buckets::double precision[], bounds::double precision[], recent::bigint[],
                               'epoch'::timestamptz + heard * interval '1 millisecond'
                          from unnest(:keys::uuid[], :instruments::uuid[], :sources::text[], :starts::bigint[], :times::bigint[],
                                      :totals::double precision[], :buckets::text[], :bounds::text[], :recent::text[], :heard::bigint[])
                               as item(key, instrument, source, starts, times, total, buckets, bounds, recent, heard)
                        on conflict (key) do update
                           set start_nanos = excluded.start_nanos, time_nanos = excluded.time_nanos, total = excluded.total,
                               buckets = excluded.buckets, bounds = excluded.bounds,
                               recent_nanos = excluded.recent_nanos, heard_at = excluded.heard_at
                        """)
                .param("keys", texts(cursors, cursor -> cursor.key().toString()))
                .param("instruments", texts(cursors, cursor -> cursor.instrument().toString()))
                .param("sources", texts(cursors, Cursor::source))
                .param("starts", numbers(cursors, Cursor::startNanos))
                .param("times", numbers(cursors, Cursor::timeNanos))
                .param(
                        "totals",
                        cursors.stream()
                                .map(cursor -> cursor.counts().total())
                                .toArray(Double[]::new))
                .param("buckets", texts(cursors, cursor -> literal(cursor.counts().buckets())))
                .param("bounds", texts(cursors, cursor -> literal(cursor.counts().bounds())))
                .param(
                        "recent",
                        texts(cursors, cursor -> braces(Arrays.toString(cursor.recentNanos()))))
                .param("heard", numbers(cursors, Cursor::heardAt))
                .update();
    }

    void delete(Collection<UUID> instruments) {
        database.sql("delete from series_cursor where instrument = any(:instruments::uuid[])")
                .param(
                        "instruments",
                        instruments.stream().map(UUID::toString).toArray(String[]::new))
                .update();
    }

    private static Cursor read(ResultSet row) throws SQLException {
        return new Cursor(
                row.getObject("key", UUID.class),
                row.getObject("instrument", UUID.class),
                row.getString("source"),
                row.getLong("start_nanos"),
                row.getLong("time_nanos"),
                new Counts(
                        row.getDouble("total"),
                        doubles(row.getArray("buckets")),
                        doubles(row.getArray("bounds"))),
                longs(row.getArray("recent_nanos")),
                row.getObject("heard_at", OffsetDateTime.class).toInstant().toEpochMilli());
    }

    private static double[] doubles(Array array) throws SQLException {
        return Stream.of((Double[]) array.getArray()).mapToDouble(Double::doubleValue).toArray();
    }

    private static long[] longs(Array array) throws SQLException {
        return Stream.of((Long[]) array.getArray()).mapToLong(Long::longValue).toArray();
    }

    private static String literal(double[] values) {
        return braces(Arrays.toString(values));
    }

    private static String braces(String list) {
        return "{" + list.substring(1, list.length() - 1) + "}";
    }

    private static String[] texts(Collection<Cursor> cursors, Function<Cursor, String> value) {
        return cursors.stream().map(value).toArray(String[]::new);
    }

    private static Long[] numbers(Collection<Cursor> cursors, Function<Cursor, Long> value) {
        return cursors.stream().map(value).toArray(Long[]::new);
    }
}
