package dev.runside.server.respond.pager;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Messages to be delivered and what became of them. */
@Component
class DeliveryStore {

    private static final Duration KEPT = Duration.ofDays(30);

    private final JdbcClient database;

    DeliveryStore(JdbcClient database) {
        this.database = database;
    }

    /**
     * @param attempts made so far
     */
    record Due(String key, String body, int attempts, Instant createdAt) {}

    /** Belongs to the transaction of the decision. The same key again changes nothing. */
    void add(String key, String body, Instant now) {
        database.sql(
                        """
                        insert into delivery (key, body, created_at, next_at) values (:key, :body, :now, :now)
                        on conflict (key) do nothing
                        """)
                .param("key", key)
                .param("body", body)
                .param("now", at(now))
                .update();
    }

    /** What is due and not yet being sent, the oldest first. */
    @Transactional(readOnly = true)
    public List<Due> due(Instant now, Collection<String> underWay, int most) {
        return database.sql(
                        """
                        select key, body, attempts, created_at from delivery
                        where next_at <= :now and not (key = any(:underWay))
                        order by next_at limit :most
                        """)
                .param("now", at(now))
                .param("underWay", underWay.toArray(String[]::new))
                .param("most", most)
                .query(DeliveryStore::due)
                .list();
    }

    /** When the next one is due that is not yet being sent. */
    @Transactional(readOnly = true)
    public Optional<Instant> nextDue(Collection<String> underWay) {
        return database.sql(
                        "select min(next_at) as next from delivery where not (key = any(:underWay))")
                .param("underWay", underWay.toArray(String[]::new))
                .query((row, _) -> Optional.ofNullable(row.getObject("next", OffsetDateTime.class)))
                .single()
                .map(OffsetDateTime::toInstant);
    }

    @Transactional
    public void delivered(String key, Instant now) {
        database.sql(
                        """
                        update delivery set attempts = attempts + 1, delivered_at = :now, next_at = null
                        where key = :key
                        """)
                .param("key", key)
                .param("now", at(now))
                .update();
    }

    /**
     * @param next absent when it is given up
     */
    @Transactional
    public void failed(String key, String error, Optional<Instant> next) {
        @Nullable OffsetDateTime again = next.map(DeliveryStore::at).orElse(null);
        database.sql(
                        """
                        update delivery set attempts = attempts + 1, last_error = :error,
                               next_at = cast(:next as timestamptz)
                        where key = :key
                        """)
                .param("key", key)
                .param("error", error)
                .param("next", again)
                .update();
    }

    @Transactional
    public void forget(Instant now) {
        database.sql("delete from delivery where next_at is null and created_at < :bound")
                .param("bound", at(now.minus(KEPT)))
                .update();
    }

    @Transactional(readOnly = true)
    public int waiting() {
        return database.sql("select count(*) from delivery where next_at is not null")
                .query(Integer.class)
                .single();
    }

    private static Due due(ResultSet row, int number) throws SQLException {
        return new Due(
                row.getString("key"),
                row.getString("body"),
                row.getInt("attempts"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
