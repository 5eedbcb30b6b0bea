package dev.runside.server.intake.log;

import dev.runside.core.Ref;
import dev.runside.core.signal.Signal;
import dev.runside.core.signal.Signal.Severity;
import dev.runside.server.engine.SignalLog;
import dev.runside.server.storage.CopiedRows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The log as rows. Sequence numbers rise by commit because one thread alone appends. */
@Component
class SignalTable implements SignalLog {

    private static final TypeReference<Map<String, String>> ATTRIBUTES = new TypeReference<>() {};

    private static final String COLUMNS =
            "signal (sequence, received_at, time, source, id, kind, subject, severity, title, fingerprint, attributes)";

    /** Of those that are not read yet; the rest is read from the table. */
    private static final int IN_MEMORY = 10_000;

    /** As much of the memory may be taken by the texts of those that wait to be read. */
    private static final long MOST_CHARACTERS = Runtime.getRuntime().maxMemory() / 16;

    private final Tail tail = new Tail(IN_MEMORY, MOST_CHARACTERS);
    private final JdbcClient database;
    private final JdbcOperations copying;
    private final JsonMapper json;
    private final Partitions partitions;

    SignalTable(
            JdbcClient database, JdbcOperations copying, JsonMapper json, Partitions partitions) {
        this.database = database;
        this.copying = copying;
        this.json = json;
        this.partitions = partitions;
    }

    void prepare(Collection<Signal> signals) {
        signals.forEach(signal -> partitions.ensure(Partitions.dayOf(signal.receivedAt())));
    }

    /** In the transaction that is open; they are {@link #committed} after it. */
    List<Logged> append(List<Signal> signals) {
        long sequence = numbers(signals.size());
        List<Logged> logged = new ArrayList<>(signals.size());
        var rows = new CopiedRows();
        for (Signal each : signals) {
            Signal signal = each.to(ChronoUnit.MILLIS);
            logged.add(new Logged(sequence, signal));
            rows.add(Long.toString(sequence++))
                    .add(signal.receivedAt().toString())
                    .add(signal.time().toString())
                    .add(signal.source().toString())
                    .add(signal.id())
                    .add(signal.kind())
                    .add(signal.subject().map(Ref::toString).orElse(null))
                    .add(signal.severity().name())
                    .add(signal.title())
                    .add(signal.fingerprint())
                    .add(json.writeValueAsString(signal.attributes()))
                    .end();
        }
        rows.into(COLUMNS, copying);
        return logged;
    }

    void committed(List<Logged> logged) {
        tail.add(logged);
    }

    /** The first of so many that nobody else has. */
    private long numbers(int many) {
        return database.sql("select setval('signal_sequence', nextval('signal_sequence') + :more)")
                        .param("more", many - 1)
                        .query(Long.class)
                        .single()
                - many
                + 1;
    }

    @Override
    public List<Logged> after(long sequence, int most) {
        return tail.after(sequence, most).orElseGet(() -> stored(sequence, most, MOST_CHARACTERS));
    }

    /** The first, and as many of those after it as make no more characters together. */
    List<Logged> stored(long sequence, int most, long characters) {
        return database.sql(
                        """
                        with oldest as (select sequence, received_at, time, source, id, kind, subject, severity, title, fingerprint, attributes
                                          from signal where sequence > :sequence order by sequence limit :most)
                        select * from (select *, sum(length(attributes::text)) over (order by sequence) as characters,
                                              row_number() over (order by sequence) as place
                                         from oldest) counted
                         where characters <= :characters or place = 1
                         order by sequence
                        """)
                .param("sequence", sequence)
                .param("most", most)
                .param("characters", characters)
                .query((row, _) -> read(row))
                .list();
    }

    private Logged read(ResultSet row) throws SQLException {
        return new Logged(
                row.getLong("sequence"),
                new Signal(
                        row.getString("id"),
                        Ref.parse(row.getString("source")),
                        instant(row, "time"),
                        instant(row, "received_at"),
                        row.getString("kind"),
                        Optional.ofNullable(row.getString("subject")).map(Ref::parse),
                        Severity.valueOf(row.getString("severity")),
                        row.getString("title"),
                        json.readValue(row.getString("attributes"), ATTRIBUTES),
                        row.getString("fingerprint")));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
