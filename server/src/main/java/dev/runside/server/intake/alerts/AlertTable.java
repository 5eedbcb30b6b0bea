package dev.runside.server.intake.alerts;

import dev.runside.core.Ref;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The occurrences as rows. */
@Component
class AlertTable {

    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private final JdbcClient database;
    private final JsonMapper json;

    AlertTable(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** What is over stays over. */
    void store(List<Occurrence> occurrences) {
        Map<UUID, Occurrence> last = new LinkedHashMap<>();
        occurrences.forEach(each -> last.put(each.key(), each));
        Collection<Occurrence> rows = last.values();
        database.sql(
                        """
                        insert into alert (key, source, identity, labels, annotations, generator, starts_at, resolved_at, subject,
                                           unmapped, silenced_by, stale_since, changed_at, lasts)
                        select key, source, identity, labels, annotations, generator,
                               'epoch'::timestamptz + starts * interval '1 millisecond',
                               'epoch'::timestamptz + resolved * interval '1 millisecond',
                               subject, unmapped, silenced,
                               'epoch'::timestamptz + stale * interval '1 millisecond',
                               'epoch'::timestamptz + changed * interval '1 millisecond', lasts
                          from unnest(:keys::uuid[], :sources::text[], :identities::json[], :labels::json[], :annotations::json[],
                                      :generators::text[], :starts::bigint[], :resolved::bigint[], :subjects::text[], :unmapped::text[],
                                      :silenced::uuid[], :stale::bigint[], :changed::bigint[], :lasts::boolean[])
                               as item(key, source, identity, labels, annotations, generator, starts, resolved, subject, unmapped,
                                       silenced, stale, changed, lasts)
                        on conflict (key) do update
                           set labels = excluded.labels, annotations = excluded.annotations, generator = excluded.generator,
                               resolved_at = coalesce(alert.resolved_at, excluded.resolved_at),
                               silenced_by = excluded.silenced_by, stale_since = excluded.stale_since,
                               changed_at = excluded.changed_at
                        """)
                .param("keys", texts(rows, each -> each.key().toString()))
                .param("sources", texts(rows, each -> each.source().toString()))
                .param("identities", texts(rows, each -> text(each.identity())))
                .param("labels", texts(rows, this::labels))
                .param("annotations", texts(rows, each -> text(each.annotations())))
                .param("generators", texts(rows, Occurrence::generator))
                .param("starts", times(rows, each -> Optional.of(each.startsAt())))
                .param("resolved", times(rows, Occurrence::resolvedAt))
                .param(
                        "subjects",
                        texts(rows, each -> each.subject().map(Ref::toString).orElse(null)))
                .param("unmapped", texts(rows, Occurrence::unmapped))
                .param(
                        "silenced",
                        texts(rows, each -> each.silencedBy().map(UUID::toString).orElse(null)))
                .param("stale", times(rows, Occurrence::staleSince))
                .param("changed", times(rows, each -> Optional.of(each.changedAt())))
                .param(
                        "lasts",
                        rows.stream()
                                .map(each -> each.until().equals(Instant.MAX))
                                .toArray(Boolean[]::new))
                .update();
    }

    /**
     * Those that hold, and those that ended since; the newest, oldest first.
     *
     * @param until how long those may stay unheard that their sources repeat
     */
    List<Occurrence> load(Instant since, Instant until, int most) {
        return database.sql(
                        """
                        select * from (select * from alert where resolved_at is null or resolved_at > :since
                                        order by changed_at desc limit :most) newest
                         order by changed_at
                        """)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query((row, _) -> read(row, until))
                .list();
    }

    void forget(Instant before) {
        database.sql("delete from alert where resolved_at < :before")
                .param("before", before.atOffset(ZoneOffset.UTC))
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
