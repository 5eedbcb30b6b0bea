package dev.runside.server.intake.mapping;

import dev.runside.core.Ref;
import dev.runside.server.storage.Every;
import dev.runside.server.storage.ServerClock;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Names that the catalog does not know, with how often and when they were last heard. The counts in
 * the table are up to a second old; at a kill that second is not counted.
 */
@Component
@DependsOnDatabaseInitialization
public class UnmappedNames implements AutoCloseable {

    private static final int MOST_IN_MEMORY = 1_000;
    private static final int MOST_STORED = 10_000;
    private static final int MOST_CHARACTERS = 200;
    static final String OTHERS = "(others)";
    static final String NONE = "(none)";

    private final JdbcClient database;
    private final ServerClock clock;
    private final Counter counter;
    private final Every seconds;
    private Map<Name, Long> heard = new HashMap<>();

    private record Name(String source, String name) {}

    UnmappedNames(JdbcClient database, ServerClock clock, MeterRegistry meters) {
        this.database = database;
        this.clock = clock;
        this.counter =
                Counter.builder("runside.intake.unmapped")
                        .description("Signals and metric points whose name the catalog knows not")
                        .register(meters);
        this.seconds = Every.start("unmapped-names", Duration.ofSeconds(1), this::flush);
    }

    public void count(Ref source, String name, long times) {
        counter.increment(times);
        String text = name.isBlank() ? NONE : name.replace('\0', ' ');
        add(
                new Name(
                        source.toString(),
                        text.substring(0, Math.min(text.length(), MOST_CHARACTERS))),
                times);
    }

    /** A name, how often it was said by whom, and when. */
    record Heard(String source, String name, long count, Instant firstSeen, Instant lastSeen) {}

    /** The most often heard first. */
    List<Heard> heard(int most) {
        return database.sql(
                        """
                        select source, name, count, first_seen, last_seen from unmapped_name
                         order by count desc, source, name limit :most
                        """)
                .param("most", most)
                .query((row, _) ->
                        new Heard(
                                row.getString("source"),
                                row.getString("name"),
                                row.getLong("count"),
                                row.getObject("first_seen", OffsetDateTime.class).toInstant(),
                                row.getObject("last_seen", OffsetDateTime.class).toInstant()))
                .list();
    }

    @Override
    public void close() {
        seconds.close();
        flush();
    }

    private synchronized void add(Name name, long times) {
        boolean room = heard.size() < MOST_IN_MEMORY || heard.containsKey(name);
        heard.merge(room ? name : new Name(name.source(), OTHERS), times, Long::sum);
    }

    final void flush() {
        List<Map.Entry<Name, Long>> counts = take();
        if (counts.isEmpty()) {
            return;
        }
        try {
            store(counts);
        } catch (RuntimeException e) {
            counts.forEach(count -> add(count.getKey(), count.getValue()));
            throw e;
        }
    }

    private synchronized List<Map.Entry<Name, Long>> take() {
        List<Map.Entry<Name, Long>> counts = List.copyOf(heard.entrySet());
        heard = new HashMap<>();
        return counts;
    }

    private void store(List<Map.Entry<Name, Long>> counts) {
        database.sql(
                        """
                        insert into unmapped_name (source, name, count, first_seen, last_seen)
                        select source, name, count, :now, :now
                          from unnest(:sources::text[], :names::text[], :counts::bigint[]) as heard(source, name, count)
                         where (select count(*) from unmapped_name) < :most
                            or exists (select from unmapped_name known where known.source = heard.source and known.name = heard.name)
                        on conflict (source, name) do update
                           set count = unmapped_name.count + excluded.count, last_seen = excluded.last_seen
                        """)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param(
                        "sources",
                        counts.stream().map(each -> each.getKey().source()).toArray(String[]::new))
                .param(
                        "names",
                        counts.stream().map(each -> each.getKey().name()).toArray(String[]::new))
                .param("counts", counts.stream().map(Map.Entry::getValue).toArray(Long[]::new))
                .param("most", MOST_STORED)
                .update();
    }
}
