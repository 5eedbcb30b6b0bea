package dev.runside.server.watch;

import dev.runside.core.watch.Bucket;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Buckets as rows. */
@Component
class BucketStore {

    private final JdbcClient database;

    BucketStore(JdbcClient database) {
        this.database = database;
    }

    record Stored(String indicator, Bucket bucket) {}

    /**
     * Adds to buckets, within the caller's transaction. What comes late finds its bucket here even
     * when memory has let it go.
     */
    void add(Map<BucketKey, Bucket> buckets) {
        List<Map.Entry<BucketKey, Bucket>> rows = List.copyOf(buckets.entrySet());
        database.sql(
                        """
                        insert into indicator_bucket (indicator, start, good, total, samples)
                        select * from unnest(:indicators::text[], :starts::timestamptz[], :goods::float8[], :totals::float8[], :samples::int[])
                        on conflict (indicator, start) do update
                           set good = indicator_bucket.good + excluded.good,
                               total = indicator_bucket.total + excluded.total,
                               samples = indicator_bucket.samples + excluded.samples
                        """)
                .param(
                        "indicators",
                        rows.stream().map(row -> row.getKey().indicator()).toArray(String[]::new))
                .param(
                        "starts",
                        rows.stream()
                                .map(row -> row.getKey().start().toString())
                                .toArray(String[]::new))
                .param(
                        "goods",
                        rows.stream().map(row -> row.getValue().good()).toArray(Double[]::new))
                .param(
                        "totals",
                        rows.stream().map(row -> row.getValue().total()).toArray(Double[]::new))
                .param(
                        "samples",
                        rows.stream().map(row -> row.getValue().samples()).toArray(Integer[]::new))
                .update();
    }

    /** Which row a bucket is. */
    record BucketKey(String indicator, Instant start) {}

    List<Stored> since(Instant start) {
        return database.sql("select * from indicator_bucket where start >= :start order by start")
                .param("start", start.atOffset(ZoneOffset.UTC))
                .query((row, _) ->
                        new Stored(
                                row.getString("indicator"),
                                new Bucket(
                                        row.getTimestamp("start").toInstant(),
                                        row.getDouble("good"),
                                        row.getDouble("total"),
                                        row.getInt("samples"))))
                .list();
    }
}
