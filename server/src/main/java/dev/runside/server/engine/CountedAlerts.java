package dev.runside.server.engine;

import dev.runside.core.state.Write;
import dev.runside.core.triage.CountedAlert;
import dev.runside.server.storage.CopiedRows;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which alerts are counted, as a journal: a decision adds a row for each finding, with the keys of
 * all its alerts, instead of one for each alert. Of a key the last row counts. What is out of date
 * is packed when there is enough of it. Used by the engine's thread, in its transaction.
 */
@Component
class CountedAlerts {

    /** So many keys are added before the journal is packed; more where more is counted. */
    private static final long PACKED_AFTER = 200_000;

    private final JdbcClient database;
    private final JdbcOperations copying;
    private long added;
    private long packed;

    CountedAlerts(JdbcClient database, JdbcOperations copying) {
        this.database = database;
        this.copying = copying;
    }

    /**
     * What is said of an alert.
     *
     * @param stale absent where it is no longer counted
     */
    private record Said(String finding, Optional<Boolean> stale) {}

    List<Write> load() {
        Map<String, CountedAlert> counted = new LinkedHashMap<>();
        database.sql("select finding, stale, keys from counted_alert order by id")
                .query(row -> {
                    @Nullable Object stale = row.getObject("stale");
                    String finding = row.getString("finding");
                    for (Object each : (Object[]) row.getArray("keys").getArray()) {
                        String key = each.toString();
                        added++;
                        if (stale == null) {
                            counted.remove(key);
                        } else {
                            counted.put(key, new CountedAlert(key, finding, (Boolean) stale));
                        }
                    }
                });
        packed = counted.size();
        return counted.values().stream().<Write>map(Write.Put::new).toList();
    }

    /** Of one decision: at most one write for each. */
    void write(List<Write> writes) {
        Map<Said, List<String>> keys = new HashMap<>();
        for (Write write : writes) {
            switch (write) {
                case Write.Put(CountedAlert alert) ->
                        said(keys, alert.finding(), Optional.of(alert.stale())).add(alert.key());
                case Write.Put _ -> {}
                case Write.Remove(var type, var key) -> {
                    if (type == CountedAlert.class) {
                        said(keys, "", Optional.empty()).add(key);
                    }
                }
            }
        }
        if (!keys.isEmpty()) {
            append(keys);
            pack();
        }
    }

    static boolean keeps(Write write) {
        return switch (write) {
            case Write.Put put -> put.entry() instanceof CountedAlert;
            case Write.Remove remove -> remove.type() == CountedAlert.class;
        };
    }

    private static List<String> said(
            Map<Said, List<String>> keys, String finding, Optional<Boolean> stale) {
        return keys.computeIfAbsent(new Said(finding, stale), _ -> new ArrayList<>());
    }

    private void append(Map<Said, List<String>> keys) {
        var rows = new CopiedRows();
        keys.forEach((said, each) -> {
            rows.add(said.finding())
                    .add(said.stale().map(Object::toString).orElse(null))
                    .add("{" + String.join(",", each) + "}")
                    .end();
            added += each.size();
        });
        rows.into("counted_alert (finding, stale, keys)", copying);
    }

    private void pack() {
        if (added < PACKED_AFTER + 2 * packed) {
            return;
        }
        packed =
                database.sql(
                                """
                                with gone as (delete from counted_alert returning id, finding, stale, keys),
                                     last as (select distinct on (key) key, finding, stale
                                                from gone, unnest(keys) as key order by key, id desc),
                                     kept as (insert into counted_alert (finding, stale, keys)
                                              select finding, stale, array_agg(key) from last
                                               where stale is not null group by finding, stale
                                              returning cardinality(keys) as many)
                                select coalesce(sum(many), 0) from kept
                                """)
                        .query(Long.class)
                        .single();
        added = packed;
    }
}
