package dev.runside.server.intake.log;

import dev.runside.core.signal.Signal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What one commit holds: several callers' lists, in order, with every occurrence once. Whoever said
 * it first is told that it was new.
 */
final class Batch {

    private final Map<UUID, Signal> distinct = new LinkedHashMap<>();
    private final List<Set<UUID>> firsts = new ArrayList<>();
    private final List<Rows<?>> rows = new ArrayList<>();
    private Set<UUID> stored = Set.of();

    Batch(List<Entry> entries) {
        for (Entry entry : entries) {
            firsts.add(takeIn(entry.signals()));
            entry.rows().addTo(rows);
        }
    }

    private Set<UUID> takeIn(List<Signal> list) {
        Set<UUID> mine = new HashSet<>();
        for (Signal signal : list) {
            UUID key = OccurrenceKey.of(signal);
            if (distinct.putIfAbsent(key, signal) == null) {
                mine.add(key);
            }
        }
        return mine;
    }

    Map<UUID, Signal> distinct() {
        return distinct;
    }

    /** Stores what goes with the signals, in the transaction that is open. */
    void storeRows() {
        rows.forEach(Rows::store);
    }

    /** The transaction has been committed. */
    void stored() {
        rows.forEach(Rows::stored);
    }

    LocalDate lastDay() {
        return distinct.values().stream()
                .map(signal -> Partitions.dayOf(signal.receivedAt()))
                .max(LocalDate::compareTo)
                .orElseThrow();
    }

    /** Those of the keys that are new, in order. */
    List<Signal> fresh(Set<UUID> keys) {
        stored = keys;
        return distinct.entrySet().stream()
                .filter(entry -> keys.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    List<Integer> countsOfNew() {
        return firsts.stream()
                .map(mine -> (int) mine.stream().filter(stored::contains).count())
                .toList();
    }
}
