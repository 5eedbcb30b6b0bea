package dev.runside.bench.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What stands in the database against what was acknowledged.
 *
 * @param rows before anything was sent, when each alert was known, after all repeats, after all new
 *     ones
 * @param distinct alerts that were repeated
 * @param fresh alerts that were new
 */
record Ledger(List<Map<String, Long>> rows, long distinct, long fresh) {

    /** Signals and alerts that so many repeats have written. */
    long byRepeats() {
        return written(1, 2, "signals") + written(1, 2, "alerts");
    }

    /** As many again stand in the narrow table of occurrences. */
    long byNew() {
        return written(2, 3, "signals") + written(2, 3, "alerts");
    }

    List<String> wrong() {
        List<String> wrong = new ArrayList<>();
        for (String table : List.of("signals", "distinct signals", "alerts")) {
            check(wrong, "first time, " + table, written(0, 1, table), distinct);
            check(wrong, "repeats, " + table, written(1, 2, table), 0);
            check(wrong, "new, " + table, written(2, 3, table), fresh);
        }
        return wrong;
    }

    private static void check(List<String> wrong, String what, long stored, long expected) {
        if (stored != expected) {
            wrong.add("%s: %d stored, %d acknowledged".formatted(what, stored, expected));
        }
    }

    private long written(int before, int after, String table) {
        return rows.get(after).getOrDefault(table, 0L) - rows.get(before).getOrDefault(table, 0L);
    }
}
