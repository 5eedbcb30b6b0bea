package dev.runside.server.watch;

import dev.runside.core.watch.Bucket;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Buckets as rows. */
@Component
class BucketStore {

    private static final int IN_FETCH = 5_000;

    private final JdbcClient database;

    BucketStore(JdbcClient database) {
        this.database = database;
    }

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

    /** From a time on, up to before another. */
    record Span(Instant start, Instant end) {}

    /**
     * Hands over what is stored of these indicators, summed up by stretches of this length, oldest
     * first. Never all of it is in memory at once, within a transaction.
     */
    void read(
            Collection<String> indicators,
            Span span,
            Duration stretch,
            BiConsumer<String, Bucket> each) {
        database.sql(
                        """
                        select indicator, date_bin(make_interval(secs => :seconds), start, timestamptz 'epoch') as start,
                               sum(good) as good, sum(total) as total, sum(samples) as samples
                          from indicator_bucket
                         where indicator = any(:indicators) and start >= :start and start < :end
                         group by 1, 2 order by 2
                        """)
                .withFetchSize(IN_FETCH)
                .param("seconds", stretch.toSeconds())
                .param("indicators", indicators.toArray(String[]::new))
                .param("start", span.start().atOffset(ZoneOffset.UTC))
                .param("end", span.end().atOffset(ZoneOffset.UTC))
                .query(row -> {
                    each.accept(
                            row.getString("indicator"),
                            new Bucket(
                                    row.getTimestamp("start").toInstant(),
                                    row.getDouble("good"),
                                    row.getDouble("total"),
                                    row.getInt("samples")));
                });
    }
}
