package dev.runside.server.access;

import dev.runside.core.Ref;
import dev.runside.server.storage.ServerClock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Since when a source is known: the making of its first token, which no later one moves. */
@Component
public class ConnectedSources {

    private final JdbcClient database;
    private final ServerClock clock;
    private final Map<Ref, Instant> known = new ConcurrentHashMap<>();

    ConnectedSources(JdbcClient database, ServerClock clock) {
        this.clock = clock;
        this.database = database;
    }

    /** What never had a token of its own, such as an agent, was always there. */
    public Instant since(Ref source) {
        return source.is("source") ? known.computeIfAbsent(source, this::first) : Instant.EPOCH;
    }

    /**
     * A source that was ever given a token.
     *
     * @param speaksFor as its newest token says
     * @param open whether a token of it opens anything now
     */
    public record Connected(Ref source, List<String> speaksFor, Instant since, boolean open) {}

    /** By name. */
    public List<Connected> all() {
        return database.sql(
                        """
                        select distinct on (subject) subject, speaks_for, ended_at is null and expires_at > :now as open,
                               min(created_at) over (partition by subject) as since
                          from access_token where kind = :kind order by subject, created_at desc, ended_at desc nulls first
                        """)
                .param("kind", TokenKind.SOURCE.column())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, _) ->
                        new Connected(
                                Ref.parse(row.getString("subject")),
                                List.of((String[]) row.getArray("speaks_for").getArray()),
                                row.getObject("since", OffsetDateTime.class).toInstant(),
                                row.getBoolean("open")))
                .list();
    }

    private Instant first(Ref source) {
        return database.sql(
                        """
                        select min(created_at) from access_token where kind = :kind and subject = :subject
                        """)
                .param("kind", TokenKind.SOURCE.column())
                .param("subject", source.toString())
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }
}
