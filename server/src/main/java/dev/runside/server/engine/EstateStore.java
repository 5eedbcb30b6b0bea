package dev.runside.server.engine;

import dev.runside.core.page.Page;
import dev.runside.core.run.Run;
import dev.runside.core.state.Entry;
import dev.runside.core.state.EstateState;
import dev.runside.core.state.Line;
import dev.runside.core.state.Write;
import dev.runside.core.triage.Finding;
import dev.runside.core.triage.Incident;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The machine's state as rows, and the record that outlives it. Its writes belong into the engine's
 * transaction.
 */
@Component
class EstateStore {

    private final JdbcClient database;

    EstateStore(JdbcClient database) {
        this.database = database;
    }

    EstateState load() {
        List<Write> writes = new ArrayList<>();
        database.sql("select type, body from estate_entry order by type, key")
                .query(row -> {
                    writes.add(
                            new Write.Put(
                                    EntryJson.read(row.getString("type"), row.getString("body"))));
                });
        EstateState state = new EstateState();
        state.apply(writes);
        return state;
    }

    void write(List<Write> writes) {
        for (Write write : writes) {
            switch (write) {
                case Write.Put put -> put(put.entry());
                case Write.Remove remove -> remove(remove);
            }
        }
    }

    private void put(Entry entry) {
        String body = EntryJson.write(entry);
        database.sql(
                        """
                        insert into estate_entry (type, key, body) values (:type, :key, :body::jsonb)
                        on conflict (type, key) do update set body = excluded.body
                        """)
                .param("type", EntryJson.type(entry.getClass()))
                .param("key", entry.key())
                .param("body", body)
                .update();
        if (entry instanceof Incident incident) {
            record(incident, body);
        }
        partOf(entry).ifPresent(incident -> recordPart(incident, entry, body));
    }

    private void remove(Write.Remove remove) {
        database.sql("delete from estate_entry where type = :type and key = :key")
                .param("type", EntryJson.type(remove.type()))
                .param("key", remove.key())
                .update();
    }

    private void record(Incident incident, String body) {
        database.sql(
                        """
                        insert into incident (id, number, state, opened_at, body)
                        values (:id, :number, :state, :opened, :body::jsonb)
                        on conflict (id) do update set state = excluded.state, body = excluded.body
                        """)
                .param("id", incident.id())
                .param("number", incident.number())
                .param("state", incident.state().name())
                .param("opened", at(incident.times().openedAt()))
                .param("body", body)
                .update();
    }

    private static Optional<String> partOf(Entry entry) {
        return switch (entry) {
            case Finding finding -> finding.incident();
            case Run run -> Optional.of(run.incident());
            case Page page -> Optional.of(page.incident());
            default -> Optional.empty();
        };
    }

    private void recordPart(String incident, Entry entry, String body) {
        database.sql(
                        """
                        insert into incident_part (incident, type, key, body) values (:incident, :type, :key, :body::jsonb)
                        on conflict (incident, type, key) do update set body = excluded.body
                        """)
                .param("incident", incident)
                .param("type", EntryJson.type(entry.getClass()))
                .param("key", entry.key())
                .param("body", body)
                .update();
    }

    void tell(List<Line> lines) {
        for (Line line : lines) {
            database.sql(
                            """
                            insert into incident_line (incident, time, at, kind, text)
                            values (:incident, :time, :at, :kind, :text)
                            """)
                    .param("incident", line.incident())
                    .param("time", at(line.time()))
                    .param("at", at(line.at()))
                    .param("kind", line.kind())
                    .param("text", line.text())
                    .update();
        }
    }

    long cursor() {
        return database.sql("select sequence from engine_cursor where name = 'signals'")
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    void cursor(long sequence) {
        database.sql(
                        """
                        insert into engine_cursor (name, sequence) values ('signals', :sequence)
                        on conflict (name) do update set sequence = excluded.sequence
                        """)
                .param("sequence", sequence)
                .update();
    }

    void setAside(String input, String error, Instant now) {
        database.sql("insert into set_aside (at, input, error) values (:at, :input, :error)")
                .param("at", at(now))
                .param("input", input)
                .param("error", error)
                .update();
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static Instant at(Timestamp timestamp) {
        return timestamp.toInstant();
    }
}
