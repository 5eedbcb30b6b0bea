package dev.runside.server.intake.log;

import dev.runside.core.signal.Signal;
import dev.runside.server.engine.SignalLog.Logged;
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

    private final Map<UUID, Told> distinct = new LinkedHashMap<>();
    private final List<Set<UUID>> firsts = new ArrayList<>();
    private final List<Rows<?>> rows = new ArrayList<>();
    private Set<UUID> stored = Set.of();
    private List<Logged> logged = List.of();

    Batch(List<Entry> entries) {
        for (Entry entry : entries) {
            firsts.add(takeIn(entry.told()));
            entry.rows().addTo(rows);
        }
    }

    private Set<UUID> takeIn(List<Told> list) {
        Set<UUID> mine = new HashSet<>();
        for (Told told : list) {
            if (distinct.putIfAbsent(told.key(), told) == null && told.logged()) {
                mine.add(told.key());
            }
        }
        return mine;
    }

    /** Those that come to the log. */
    List<Signal> signals() {
        return distinct.values().stream().filter(Told::logged).map(Told::signal).toList();
    }

    /** Those that are known by their keys alone. */
    Map<UUID, Signal> byKey() {
        Map<UUID, Signal> signals = new LinkedHashMap<>();
        distinct.forEach((key, told) -> {
            if (told.as() != Told.As.ROW) {
                signals.put(key, told.signal());
            }
        });
        return signals;
    }

    /** Stores what goes with the signals, in the transaction that is open; the keys of the new. */
    Set<UUID> storeRows() {
        Set<UUID> fresh = new HashSet<>();
        rows.forEach(each -> fresh.addAll(each.store()));
        return fresh;
    }

    /** The transaction has been committed. */
    void stored() {
        rows.forEach(Rows::stored);
    }

    LocalDate lastDay() {
        return distinct.values().stream()
                .map(told -> Partitions.dayOf(told.signal().receivedAt()))
                .max(LocalDate::compareTo)
                .orElseThrow();
    }

    /** Those of the keys that are new, in order. */
    List<Signal> fresh(Set<UUID> keys) {
        stored = keys;
        return distinct.entrySet().stream()
                .filter(entry -> keys.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .filter(Told::logged)
                .map(Told::signal)
                .toList();
    }

    /** What of it now stands in the log. */
    void logged(List<Logged> entries) {
        logged = entries;
    }

    List<Logged> logged() {
        return logged;
    }

    List<Integer> countsOfNew() {
        return firsts.stream()
                .map(mine -> (int) mine.stream().filter(stored::contains).count())
                .toList();
    }
}
