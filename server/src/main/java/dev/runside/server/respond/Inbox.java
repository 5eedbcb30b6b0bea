package dev.runside.server.respond;

import dev.runside.core.Ref;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The pager inbox: who was told what, and when. */
@Component
public class Inbox {

    private final JdbcClient database;

    Inbox(JdbcClient database) {
        this.database = database;
    }

    /**
     * Newest first.
     *
     * @param person whose; absent for everybody's
     * @param before only notices with a lower id
     */
    @Transactional(readOnly = true)
    public List<Notice> notices(Optional<Ref> person, long before, int limit) {
        return database.sql(
                        """
                        select n.*, d.attempts, d.delivered_at, d.next_at, d.last_error
                        from notification n left join delivery d on d.key = n.key
                        where n.id < :before and (:all or n.person = :person)
                        order by n.id desc limit :limit
                        """)
                .param("before", before)
                .param("all", person.isEmpty())
                .param("person", person.map(Ref::toString).orElse(""))
                .param("limit", limit)
                .query(Inbox::notice)
                .list();
    }

    /** Who was told of an incident without being asked for anything, then or later. */
    @Transactional(readOnly = true)
    public List<String> informed(String incident) {
        return database.sql(
                        """
                        select distinct person from notification n
                        where incident = :incident and urgency = 'inform'
                          and not exists (select from notification p
                                          where p.incident = n.incident and p.person = n.person and p.urgency = 'page')
                        order by person
                        """)
                .param("incident", incident)
                .query(Inbox::person)
                .list();
    }

    private static String person(ResultSet row, int number) throws SQLException {
        return row.getString("person");
    }

    private static Notice notice(ResultSet row, int number) throws SQLException {
        return new Notice(
                row.getLong("id"),
                row.getString("key"),
                row.getString("person"),
                row.getString("urgency"),
                row.getString("page"),
                row.getString("incident"),
                row.getLong("number"),
                row.getString("title"),
                row.getString("text"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                delivery(row));
    }

    private static Notice.@Nullable Delivery delivery(ResultSet row) throws SQLException {
        int attempts = row.getInt("attempts");
        return row.wasNull()
                ? null
                : new Notice.Delivery(
                        attempts,
                        instant(row, "delivered_at"),
                        instant(row, "next_at"),
                        row.getString("last_error"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
