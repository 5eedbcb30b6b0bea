package dev.runside.server.access;

import dev.runside.core.Ref;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Since when a source is known: the making of its first token, which no later one moves. */
@Component
public class ConnectedSources {

    private final JdbcClient database;
    private final Map<Ref, Instant> known = new ConcurrentHashMap<>();

    ConnectedSources(JdbcClient database) {
        this.database = database;
    }

    /** What never had a token of its own, such as an agent, was always there. */
    public Instant since(Ref source) {
        return source.is("source") ? known.computeIfAbsent(source, this::first) : Instant.EPOCH;
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
