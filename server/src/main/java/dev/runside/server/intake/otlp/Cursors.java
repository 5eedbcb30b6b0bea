package dev.runside.server.intake.otlp;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * All cursors in memory, as the table tells of them. Only the folding thread comes here. What a
 * commit changes is laid over them and taken in once it is through; after one that failed, and may
 * have gone through all the same, they are read again.
 */
@Component
class Cursors {

    private static final long IDLE_MILLIS = 3_600_000;

    /** The table is written anew when it tells so many times as much as there is to tell. */
    private static final int TOLD_TIMES = 4;

    private static final int LEAST_TOLD = 50_000;

    private final CursorTable table;
    private final Map<UUID, Cursor> known = new HashMap<>();
    private final Map<UUID, Cursor> changed = new LinkedHashMap<>();
    private final Map<String, Integer> counts = new HashMap<>();
    private final Map<String, Integer> freshCounts = new HashMap<>();
    private boolean loaded;
    private long told;

    Cursors(CursorTable table) {
        this.table = table;
    }

    void begin() {
        changed.clear();
        freshCounts.clear();
        if (!loaded) {
            load();
        } else if (told > LEAST_TOLD + (long) TOLD_TIMES * known.size()) {
            rewrite();
        }
    }

    private void load() {
        known.clear();
        counts.clear();
        told = 0;
        table.read(cursor -> {
            takeIn(cursor);
            told++;
        });
        loaded = true;
    }

    private void rewrite() {
        table.rewrite(known.values());
        told = known.size();
    }

    Optional<Cursor> find(UUID key) {
        return Optional.ofNullable(changed.getOrDefault(key, known.get(key)));
    }

    void put(Cursor cursor) {
        boolean fresh =
                !known.containsKey(cursor.key()) & changed.put(cursor.key(), cursor) == null;
        if (fresh && !cursor.ofInstrument()) {
            freshCounts.merge(cursor.source(), 1, Integer::sum);
        }
    }

    /** How many series a source has, the new ones of this commit included. */
    int seriesOf(String source) {
        return counts.getOrDefault(source, 0) + freshCounts.getOrDefault(source, 0);
    }

    /** Within the transaction that stores what has been counted. */
    void write() {
        table.append(changed.values());
    }

    void committed() {
        changed.values().forEach(this::takeIn);
        told += changed.size();
        changed.clear();
        freshCounts.clear();
    }

    void failed() {
        loaded = false;
    }

    /** Forgets instruments that have not been heard for an hour, with all their series. */
    void forgetIdle(long nowMillis) {
        Set<UUID> idle = new HashSet<>();
        for (Cursor cursor : known.values()) {
            if (cursor.ofInstrument() && nowMillis - cursor.heardAt() > IDLE_MILLIS) {
                idle.add(cursor.instrument());
            }
        }
        if (!idle.isEmpty()) {
            List.copyOf(known.values()).stream()
                    .filter(cursor -> idle.contains(cursor.instrument()))
                    .forEach(this::drop);
            rewrite();
        }
    }

    private void takeIn(Cursor cursor) {
        Cursor before = known.put(cursor.key(), cursor);
        if (before == null && !cursor.ofInstrument()) {
            counts.merge(cursor.source(), 1, Integer::sum);
        }
    }

    private void drop(Cursor cursor) {
        known.remove(cursor.key());
        if (!cursor.ofInstrument()) {
            counts.merge(cursor.source(), -1, Integer::sum);
        }
    }
}
