package dev.runside.server.intake.log;

import dev.runside.core.Ref;
import dev.runside.core.signal.Signal;
import dev.runside.core.signal.Signal.Severity;
import dev.runside.server.engine.SignalLog;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The log as rows. Sequence numbers rise by commit because one thread alone appends. */
@Component
class SignalTable implements SignalLog {

    private static final TypeReference<Map<String, String>> ATTRIBUTES = new TypeReference<>() {};

    private final JdbcClient database;
    private final JsonMapper json;
    private final Partitions partitions;

    SignalTable(JdbcClient database, JsonMapper json, Partitions partitions) {
        this.database = database;
        this.json = json;
        this.partitions = partitions;
    }

    void prepare(Collection<Signal> signals) {
        signals.forEach(signal -> partitions.ensure(Partitions.dayOf(signal.receivedAt())));
    }

    void append(List<Signal> signals) {
        database.sql(
                        """
                        insert into signal (received_at, time, source, id, kind, subject, severity, title, fingerprint, attributes)
                        select 'epoch'::timestamptz + received * interval '1 millisecond',
                               'epoch'::timestamptz + at * interval '1 millisecond',
                               source, id, kind, subject, severity, title, fingerprint, attributes
                          from unnest(:received::bigint[], :at::bigint[], :source::text[], :id::text[], :kind::text[],
                                      :subject::text[], :severity::text[], :title::text[], :fingerprint::text[],
                                      :attributes::jsonb[])
                               with ordinality
                               as item(received, at, source, id, kind, subject, severity, title, fingerprint, attributes, place)
                         order by place
                        """)
                .param("received", numbers(signals, signal -> signal.receivedAt().toEpochMilli()))
                .param("at", numbers(signals, signal -> signal.time().toEpochMilli()))
                .param("source", texts(signals, signal -> signal.source().toString()))
                .param("id", texts(signals, Signal::id))
                .param("kind", texts(signals, Signal::kind))
                .param("subject", subjects(signals))
                .param("severity", texts(signals, signal -> signal.severity().name()))
                .param("title", texts(signals, Signal::title))
                .param("fingerprint", texts(signals, Signal::fingerprint))
                .param(
                        "attributes",
                        texts(signals, signal -> json.writeValueAsString(signal.attributes())))
                .update();
    }

    @Override
    public List<Logged> after(long sequence, int most) {
        return database.sql(
                        """
                        select sequence, received_at, time, source, id, kind, subject, severity, title, fingerprint, attributes
                          from signal where sequence > :sequence order by sequence limit :most
                        """)
                .param("sequence", sequence)
                .param("most", most)
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

    private static @Nullable String[] subjects(List<Signal> signals) {
        return signals.stream()
                .map(signal -> signal.subject().map(Ref::toString).orElse(null))
                .toArray(String[]::new);
    }

    private static String[] texts(List<Signal> signals, Function<Signal, String> value) {
        return signals.stream().map(value).toArray(String[]::new);
    }

    private static Long[] numbers(List<Signal> signals, ToLongFunction<Signal> value) {
        return signals.stream().map(value::applyAsLong).toArray(Long[]::new);
    }
}
