package dev.runside.server.intake.poll;

import dev.runside.core.Ref;
import dev.runside.server.intake.log.Rows;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The polls and how far each has come, which is committed with the signals it brought. */
@Component
class PollTable implements Rows.Table<Progress> {

    private static final TypeReference<Map<String, String>> MARKS = new TypeReference<>() {};

    private final JdbcClient database;
    private final JsonMapper json;

    PollTable(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** With another token it goes on; of another target whatever was seen says nothing. */
    void put(Polled polled, Instant now) {
        database.sql(
                        """
                        insert into poll (source, tool, base_url, target, marks, next_at) values (:source, :tool, :base, :target, :marks::jsonb, :now)
                        on conflict (source) do update
                           set tool = excluded.tool, base_url = excluded.base_url, target = excluded.target, next_at = excluded.next_at,
                               marks = case when (poll.tool, poll.base_url, poll.target) = (excluded.tool, excluded.base_url, excluded.target)
                                            then poll.marks else excluded.marks end,
                               failures = 0, trouble = ''
                        """)
                .param("source", polled.source().toString())
                .param("tool", polled.tool().name())
                .param("base", polled.base().toString())
                .param("target", polled.target())
                .param("marks", json.writeValueAsString(Map.of(Progress.BEGIN, now.toString())))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void delete(Ref source) {
        database.sql("delete from poll where source = :source")
                .param("source", source.toString())
                .update();
    }

    List<Progress> all() {
        return database.sql("select * from poll order by source")
                .query((row, _) -> read(row))
                .list();
    }

    /** A poll that was ended or set anew meanwhile is left alone. */
    @Override
    public Set<UUID> store(List<Progress> rows) {
        rows.forEach(row ->
                database.sql(
                                """
                                update poll set marks = :marks::jsonb, next_at = :next, failures = :failures, trouble = :trouble
                                 where source = :source and tool = :tool and base_url = :base and target = :target
                                """)
                        .param("tool", row.polled().tool().name())
                        .param("marks", json.writeValueAsString(row.marks()))
                        .param("next", row.next().atOffset(ZoneOffset.UTC))
                        .param("failures", row.failures())
                        .param("trouble", row.trouble())
                        .param("source", row.polled().source().toString())
                        .param("base", row.polled().base().toString())
                        .param("target", row.polled().target())
                        .update());
        return Set.of();
    }

    @Override
    public void stored(List<Progress> rows) {}

    /** A round brought nothing; only the server of this epoch says so. */
    @Transactional
    public void fail(Progress failed) {
        store(List.of(failed));
    }

    private Progress read(ResultSet row) throws SQLException {
        return new Progress(
                new Polled(
                        Ref.parse(row.getString("source")),
                        PollTool.valueOf(row.getString("tool")),
                        URI.create(row.getString("base_url")),
                        row.getString("target")),
                json.readValue(row.getString("marks"), MARKS),
                row.getObject("next_at", OffsetDateTime.class).toInstant(),
                row.getInt("failures"),
                row.getString("trouble"));
    }
}
