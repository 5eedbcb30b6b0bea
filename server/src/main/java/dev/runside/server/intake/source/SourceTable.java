package dev.runside.server.intake.source;

import dev.runside.core.Ref;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Beats, and what was told of sources, as rows. */
@Component
class SourceTable {

    private final JdbcClient database;

    SourceTable(JdbcClient database) {
        this.database = database;
    }

    record StoredBeat(Ref source, Ref subject, long usualMillis) {}

    List<StoredBeat> beats() {
        return database.sql("select source, subject, usual_millis from source_beat")
                .query((row, _) ->
                        new StoredBeat(
                                Ref.parse(row.getString("source")),
                                Ref.parse(row.getString("subject")),
                                row.getLong("usual_millis")))
                .list();
    }

    void writeBeats(Ref source, Map<Ref, Long> usual) {
        database.sql(
                        """
                        insert into source_beat (source, subject, usual_millis)
                        select :source, subject, usual from unnest(:subjects::text[], :usual::bigint[]) as item(subject, usual)
                        on conflict (source, subject) do update set usual_millis = excluded.usual_millis
                        """)
                .param("source", source.toString())
                .param(
                        "subjects",
                        usual.keySet().stream().map(Ref::toString).toArray(String[]::new))
                .param("usual", usual.values().toArray(Long[]::new))
                .update();
    }

    void forgetBeat(Ref source, Ref subject) {
        database.sql("delete from source_beat where source = :source and subject = :subject")
                .param("source", source.toString())
                .param("subject", subject.toString())
                .update();
    }

    List<Told> told() {
        return database.sql("select source, subject, condition from source_state")
                .query((row, _) ->
                        new Told(
                                Ref.parse(row.getString("source")),
                                Ref.parse(row.getString("subject")),
                                SourceCondition.of(row.getString("condition"))))
                .list();
    }

    void tell(Told told, Instant since) {
        database.sql(
                        """
                        insert into source_state (source, subject, condition, since)
                        values (:source, :subject, :condition, :since) on conflict do nothing
                        """)
                .param("source", told.source().toString())
                .param("subject", told.subject().toString())
                .param("condition", told.condition().word())
                .param("since", since.atOffset(ZoneOffset.UTC))
                .update();
    }

    void over(Told told) {
        database.sql(
                        """
                        delete from source_state
                         where source = :source and subject = :subject and condition = :condition
                        """)
                .param("source", told.source().toString())
                .param("subject", told.subject().toString())
                .param("condition", told.condition().word())
                .update();
    }
}
