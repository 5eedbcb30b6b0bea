package dev.runside.server.intake.alerts;

import dev.runside.core.Ref;
import dev.runside.server.intake.log.Occurrences;
import dev.runside.server.storage.CopiedRows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The occurrences as rows. */
@Component
class AlertTable {

    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private static final String COLUMNS =
            "alert (key, source, identity, labels, annotations, generator, starts_at, resolved_at, subject, unmapped, silenced_by,"
                    + " stale_since, changed_at, lasts)";

    private final JdbcClient database;
    private final JdbcOperations copying;
    private final JsonMapper json;
    private final Occurrences once;

    AlertTable(JdbcClient database, JdbcOperations copying, JsonMapper json, Occurrences once) {
        this.database = database;
        this.copying = copying;
        this.json = json;
        this.once = once;
    }

    /**
     * What is over stays over.
     *
     * @return the keys of those that were never stored before
     */
    Set<UUID> store(List<Occurrence> occurrences) {
        Map<UUID, Occurrence> fresh = new LinkedHashMap<>();
        occurrences.forEach(each -> fresh.put(each.key(), each));
        if (fresh.isEmpty()) {
            return Set.of();
        }
        Set<UUID> forgotten = once.known(fresh.keySet());
        List<Occurrence> kept =
                kept(fresh.keySet()).stream()
                        .flatMap(key -> Stream.ofNullable(fresh.remove(key)))
                        .toList();
        change(kept);
        insert(fresh.values());
        Set<UUID> keys = new HashSet<>(fresh.keySet());
        keys.removeAll(forgotten);
        return keys;
    }

    private List<UUID> kept(Collection<UUID> keys) {
        return database.sql("select key from alert where key = any(:keys::uuid[])")
                .param("keys", keys.stream().map(UUID::toString).toArray(String[]::new))
                .query((row, _) -> row.getObject("key", UUID.class))
                .list();
    }

    private void insert(Collection<Occurrence> occurrences) {
        if (occurrences.isEmpty()) {
            return;
        }
        var rows = new CopiedRows();
        for (Occurrence each : occurrences) {
            rows.add(each.key().toString())
                    .add(each.source().toString())
                    .add(text(each.identity()))
                    .add(labels(each))
                    .add(text(each.annotations()))
                    .add(each.generator())
                    .add(time(each.startsAt()))
                    .add(each.resolvedAt().map(AlertTable::time).orElse(null))
                    .add(each.subject().map(Ref::toString).orElse(null))
                    .add(each.unmapped())
                    .add(each.silencedBy().map(UUID::toString).orElse(null))
                    .add(each.staleSince().map(AlertTable::time).orElse(null))
                    .add(time(each.changedAt()))
                    .add(Boolean.toString(each.until().equals(Instant.MAX)))
                    .end();
        }
        rows.into(COLUMNS, copying);
    }

    private void change(List<Occurrence> rows) {
        if (rows.isEmpty()) {
            return;
        }
        database.sql(
                        """
                        update alert
                           set labels = item.labels, annotations = item.annotations, generator = item.generator,
                               resolved_at = coalesce(alert.resolved_at, 'epoch'::timestamptz + resolved * interval '1 millisecond'),
                               silenced_by = silenced,
                               stale_since = 'epoch'::timestamptz + stale * interval '1 millisecond',
                               changed_at = 'epoch'::timestamptz + changed * interval '1 millisecond'
                          from unnest(:keys::uuid[], :labels::json[], :annotations::json[], :generators::text[], :resolved::bigint[],
                                      :silenced::uuid[], :stale::bigint[], :changed::bigint[])
                               as item(key, labels, annotations, generator, resolved, silenced, stale, changed)
                         where alert.key = item.key
                        """)
                .param("keys", texts(rows, each -> each.key().toString()))
                .param("labels", texts(rows, this::labels))
                .param("annotations", texts(rows, each -> text(each.annotations())))
                .param("generators", texts(rows, Occurrence::generator))
                .param("resolved", times(rows, Occurrence::resolvedAt))
                .param(
                        "silenced",
                        texts(rows, each -> each.silencedBy().map(UUID::toString).orElse(null)))
                .param("stale", times(rows, Occurrence::staleSince))
                .param("changed", times(rows, each -> Optional.of(each.changedAt())))
                .update();
    }

    /**
     * Those that hold, and those that ended since; the newest, oldest first.
     *
     * @param until how long those may stay unheard that their sources repeat
     * @param characters of all their texts together, at most
     */
    List<Occurrence> load(Instant since, Instant until, int most, long characters) {
        return database.sql(
                        """
                        with newest as (select * from alert where resolved_at is null or resolved_at > :since
                                         order by changed_at desc limit :most)
                        select * from (select *, sum(length(identity::text) + coalesce(length(labels::text), 0)
                                                     + length(annotations::text) + length(generator))
                                                 over (order by changed_at desc, key) as characters
                                         from newest) counted
                         where characters <= :characters
                         order by changed_at
                        """)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .param("characters", characters)
                .query((row, _) -> read(row, until))
                .list();
    }

    /** They stay known as long as signals are, so that none is told again. */
    void forget(Instant before, Instant now) {
        database.sql(
                        """
                        with gone as (delete from alert where resolved_at < :before returning key)
                        insert into signal_occurrence (key, day) select key, :today from gone on conflict do nothing
                        """)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("today", LocalDate.ofInstant(now, ZoneOffset.UTC))
                .update();
    }

    private Occurrence read(ResultSet row, Instant until) throws SQLException {
        Instant changed = instant(row, "changed_at").orElseThrow();
        LabelSet identity = labels(row.getString("identity"));
        @Nullable String labels = row.getString("labels");
        return new Occurrence(
                row.getObject("key", UUID.class),
                Ref.parse(row.getString("source")),
                identity,
                labels == null ? identity : labels(labels),
                labels(row.getString("annotations")),
                row.getString("generator"),
                instant(row, "starts_at").orElseThrow(),
                instant(row, "resolved_at"),
                Optional.ofNullable(row.getString("subject")).map(Ref::parse),
                row.getString("unmapped"),
                Optional.ofNullable(row.getObject("silenced_by", UUID.class)),
                instant(row, "stale_since"),
                changed,
                row.getBoolean("lasts") ? Instant.MAX : until);
    }

    private @Nullable String labels(Occurrence occurrence) {
        return occurrence.labels().equals(occurrence.identity()) ? null : text(occurrence.labels());
    }

    private LabelSet labels(String text) {
        return LabelSet.of(json.readValue(text, TEXTS));
    }

    private String text(LabelSet labels) {
        return json.writeValueAsString(labels.toMap());
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant);
    }

    private static String time(Instant time) {
        return time.truncatedTo(ChronoUnit.MILLIS).toString();
    }

    private static @Nullable String[] texts(
            Collection<Occurrence> rows, Function<Occurrence, @Nullable String> value) {
        return rows.stream().map(value).toArray(String[]::new);
    }

    private static @Nullable Long[] times(
            Collection<Occurrence> rows, Function<Occurrence, Optional<Instant>> value) {
        return rows.stream()
                .map(each -> value.apply(each).map(Instant::toEpochMilli).orElse(null))
                .toArray(Long[]::new);
    }
}
