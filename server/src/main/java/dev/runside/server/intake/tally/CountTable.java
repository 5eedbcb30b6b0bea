package dev.runside.server.intake.tally;

import dev.runside.core.Ref;
import dev.runside.server.intake.tally.Count.What;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The counts as rows. */
@Component
class CountTable {

    /** Hops and paths of one source that have a row of their own. */
    private static final int MOST_NAMES = 1_000;

    private final JdbcClient database;

    CountTable(JdbcClient database) {
        this.database = database;
    }

    List<Count> all() {
        return database.sql("select source, what, name, count, last_seen from source_count")
                .query((row, _) ->
                        new Count(
                                Ref.parse(row.getString("source")),
                                What.valueOf(row.getString("what").toUpperCase(Locale.ROOT)),
                                row.getString("name"),
                                row.getLong("count"),
                                row.getObject("last_seen", OffsetDateTime.class).toInstant()))
                .list();
    }

    void add(Collection<Count> counts) {
        database.sql(
                        """
                        with heard as (
                               select * from unnest(:sources::text[], :whats::text[], :names::text[], :counts::bigint[], (:times::text[])::timestamptz[])
                                   as item(source, what, name, count, last_seen)),
                             taken as (
                               select source, what, count(*) as names from source_count
                                where (source, what) in (select source, what from heard)
                                group by source, what)
                        insert into source_count (source, what, name, count, last_seen)
                        select heard.source, heard.what, heard.name, heard.count, heard.last_seen
                          from heard left join taken using (source, what)
                          left join source_count known using (source, what, name)
                         where coalesce(taken.names, 0) < :most or known.name is not null
                        on conflict (source, what, name) do update
                           set count = source_count.count + excluded.count, last_seen = excluded.last_seen
                        """)
                .param("sources", texts(counts, count -> count.source().toString()))
                .param(
                        "whats",
                        texts(counts, count -> count.what().name().toLowerCase(Locale.ROOT)))
                .param("names", texts(counts, Count::name))
                .param("counts", counts.stream().map(Count::times).toArray(Long[]::new))
                .param("times", texts(counts, count -> count.lastSeen().toString()))
                .param("most", MOST_NAMES)
                .update();
    }

    private static String[] texts(Collection<Count> counts, Function<Count, String> text) {
        return counts.stream().map(text).toArray(String[]::new);
    }
}
