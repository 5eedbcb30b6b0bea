package dev.runside.core.triage;

import dev.runside.core.Ref;
import dev.runside.core.state.Entry;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * That a hop's job reads data sets and writes one.
 *
 * @param output what it writes; empty for what it only reads
 * @param columns of the output, with the columns each is made of, as {@code dataset.column}; empty
 *     where the job does not tell
 */
public record DataLink(
        Ref hop, String job, String output, Set<String> inputs, Map<String, Set<String>> columns)
        implements Entry {

    public DataLink {
        inputs = Collections.unmodifiableSet(new TreeSet<>(inputs));
        columns = Collections.unmodifiableMap(new TreeMap<>(columns));
    }

    @Override
    public String key() {
        return hop + ">" + output;
    }

    /** Its columns that are made of this one. */
    Stream<String> madeOf(String column) {
        return columns.entrySet().stream()
                .filter(each -> each.getValue().contains(column))
                .map(Map.Entry::getKey);
    }

    /** Its columns that are made of any of the data set. */
    Stream<String> madeOfAny(String dataset) {
        return columns.entrySet().stream()
                .filter(each ->
                        each.getValue().stream()
                                .anyMatch(origin -> datasetOf(origin).equals(dataset)))
                .map(Map.Entry::getKey);
    }

    /** Names of data sets may hold dots, those of columns that count here do not. */
    static String datasetOf(String column) {
        int dot = column.lastIndexOf('.');
        return dot < 0 ? column : column.substring(0, dot);
    }
}
