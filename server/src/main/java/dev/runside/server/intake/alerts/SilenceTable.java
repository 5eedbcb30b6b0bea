package dev.runside.server.intake.alerts;

import dev.runside.core.Ref;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The silences as rows. */
@Component
class SilenceTable {

    private static final TypeReference<List<Matcher>> MATCHERS = new TypeReference<>() {};

    private final JdbcClient database;
    private final JsonMapper json;

    SilenceTable(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    void store(Silence silence) {
        database.sql(
                        """
                        insert into silence (id, source, matchers, starts_at, ends_at, updated_at, created_by, comment)
                        values (:id, :source, :matchers::jsonb, :starts, :ends, :updated, :createdBy, :comment)
                        on conflict (id) do update
                           set ends_at = excluded.ends_at, starts_at = excluded.starts_at, updated_at = excluded.updated_at,
                               created_by = excluded.created_by, comment = excluded.comment
                        """)
                .param("id", silence.id())
                .param("source", silence.source().map(Ref::toString).orElse(null))
                .param("matchers", json.writeValueAsString(silence.matchers()))
                .param("starts", silence.startsAt().atOffset(ZoneOffset.UTC))
                .param("ends", silence.endsAt().atOffset(ZoneOffset.UTC))
                .param("updated", silence.updatedAt().atOffset(ZoneOffset.UTC))
                .param("createdBy", silence.createdBy())
                .param("comment", silence.comment())
                .update();
    }

    List<Silence> endingAfter(Instant time) {
        return database.sql("select * from silence where ends_at > :time order by starts_at, id")
                .param("time", time.atOffset(ZoneOffset.UTC))
                .query((row, _) -> read(row))
                .list();
    }

    private Silence read(ResultSet row) throws SQLException {
        return new Silence(
                row.getObject("id", UUID.class),
                Optional.ofNullable(row.getString("source")).map(Ref::parse),
                json.readValue(row.getString("matchers"), MATCHERS),
                instant(row, "starts_at"),
                instant(row, "ends_at"),
                instant(row, "updated_at"),
                row.getString("created_by"),
                row.getString("comment"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
