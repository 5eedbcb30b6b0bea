package dev.runside.server.engine;

import dev.runside.core.page.Page;
import dev.runside.core.run.Deed;
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
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The machine's state as rows, and the record that outlives it. Its writes belong into the engine's
 * transaction.
 */
@Component
class EstateStore {

    private final JdbcClient database;
    private final Batch batch;
    private final CountedAlerts counted;
    private final Firings firings;

    EstateStore(JdbcClient database, Batch batch, CountedAlerts counted, Firings firings) {
        this.database = database;
        this.batch = batch;
        this.counted = counted;
        this.firings = firings;
    }

    EstateState load() {
        List<Write> writes = new ArrayList<>(counted.load());
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

    /** Of one decision: at most one write for each entry. */
    void write(List<Write> all) {
        counted.write(all);
        List<Write> writes = all.stream().filter(each -> !CountedAlerts.keeps(each)).toList();
        List<Row> rows = new ArrayList<>();
        List<Map<String, Object>> gone = new ArrayList<>();
        for (Write write : writes) {
            switch (write) {
                case Write.Put put -> rows.add(new Row(put.entry(), EntryJson.write(put.entry())));
                case Write.Remove remove ->
                        gone.add(
                                Map.of("type", EntryJson.type(remove.type()), "key", remove.key()));
            }
        }
        batch.run("delete from estate_entry where type = :type and key = :key", gone);
        put(rows);
        record(rows);
        recordParts(rows);
        firings.record(
                rows.stream()
                        .map(Row::entry)
                        .filter(Finding.class::isInstance)
                        .map(Finding.class::cast)
                        .toList());
    }

    private record Row(Entry entry, String body) {

        String type() {
            return EntryJson.type(entry.getClass());
        }
    }

    private void put(List<Row> rows) {
        if (rows.isEmpty()) {
            return;
        }
        database.sql(
                        """
                        insert into estate_entry (type, key, body)
                        select * from unnest(:types::text[], :keys::text[], :bodies::json[])
                        on conflict (type, key) do update set body = excluded.body
                        """)
                .param("types", texts(rows, Row::type))
                .param("keys", texts(rows, row -> row.entry().key()))
                .param("bodies", texts(rows, Row::body))
                .update();
    }

    private static <T> String[] texts(List<T> rows, Function<T, String> value) {
        return rows.stream().map(value).toArray(String[]::new);
    }

    private void record(List<Row> rows) {
        List<Map<String, Object>> incidents = new ArrayList<>();
        for (Row row : rows) {
            if (row.entry() instanceof Incident incident) {
                incidents.add(
                        Map.of(
                                "id", incident.id(),
                                "number", incident.number(),
                                "state", incident.state().name(),
                                "opened", at(incident.times().openedAt()),
                                "body", row.body()));
            }
        }
        batch.run(
                """
                insert into incident (id, number, state, opened_at, body)
                values (:id, :number, :state, :opened, :body::json)
                on conflict (id) do update set state = excluded.state, body = excluded.body
                """,
                incidents);
    }

    private static Optional<String> partOf(Entry entry) {
        return switch (entry) {
            case Finding finding -> finding.incident();
            case Run run -> Optional.of(run.incident());
            case Deed deed -> Optional.of(deed.incident());
            case Page page -> Optional.of(page.incident());
            default -> Optional.empty();
        };
    }

    private void recordParts(List<Row> rows) {
        List<Row> parts = rows.stream().filter(row -> partOf(row.entry()).isPresent()).toList();
        if (parts.isEmpty()) {
            return;
        }
        database.sql(
                        """
                        insert into incident_part (incident, type, key, body)
                        select * from unnest(:incidents::text[], :types::text[], :keys::text[], :bodies::json[])
                        on conflict (incident, type, key) do update set body = excluded.body
                        """)
                .param("incidents", texts(parts, row -> partOf(row.entry()).orElseThrow()))
                .param("types", texts(parts, Row::type))
                .param("keys", texts(parts, row -> row.entry().key()))
                .param("bodies", texts(parts, Row::body))
                .update();
    }

    void tell(List<Line> lines) {
        batch.run(
                """
                insert into incident_line (incident, time, at, kind, text)
                values (:incident, :time, :at, :kind, :text)
                """,
                lines.stream().map(EstateStore::parameters).toList());
    }

    private static Map<String, Object> parameters(Line line) {
        return Map.of(
                "incident", line.incident(),
                "time", at(line.time()),
                "at", at(line.at()),
                "kind", line.kind(),
                "text", line.text());
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
