package dev.runside.core.triage;

import dev.runside.core.Ref;
import dev.runside.core.state.Entry;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The columns a reader last read a data set with, and those missing, or of another type, at its
 * newest start.
 *
 * @param columns name to type
 */
public record DatasetShape(
        Ref reader, String dataset, Map<String, String> columns, Map<String, String> missing)
        implements Entry {

    public DatasetShape {
        columns = java.util.Collections.unmodifiableMap(new TreeMap<>(columns));
        missing = java.util.Collections.unmodifiableMap(new TreeMap<>(missing));
    }

    @Override
    public String key() {
        return key(reader, dataset);
    }

    static String key(Ref reader, String dataset) {
        return reader + "<" + dataset;
    }

    /**
     * What the newest facet lacks of what was read before, or has with another type; new columns
     * are taken up.
     */
    DatasetShape against(Map<String, String> seen) {
        Map<String, String> lost = new TreeMap<>(columns);
        lost.entrySet().removeIf(column -> same(seen.get(column.getKey()), column.getValue()));
        Map<String, String> known = new TreeMap<>(seen);
        known.putAll(lost);
        return new DatasetShape(reader, dataset, known, lost);
    }

    private static boolean same(@Nullable String seen, String before) {
        return seen != null
                && (seen.equalsIgnoreCase(before) || seen.isEmpty() || before.isEmpty());
    }

    /** The reader coped without what was missing. */
    DatasetShape accepted() {
        Map<String, String> kept = new TreeMap<>(columns);
        kept.keySet().removeAll(missing.keySet());
        return new DatasetShape(reader, dataset, kept, Map.of());
    }
}
