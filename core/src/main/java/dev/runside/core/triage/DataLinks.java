package dev.runside.core.triage;

import dev.runside.core.Ref;
import dev.runside.core.signal.Signal;
import dev.runside.core.state.Draft;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Remembers what the jobs of hops read and write, from what is said of their runs: attributes
 * {@code reads} and {@code writes} (names, with commas between), {@code input.NAME}, {@code
 * output.NAME} and {@code lineage.NAME} ({@code total<mails.id+mails.size,day<mails.at}).
 */
final class DataLinks {

    /** Beyond that the oldest go: names with a date in them fill no memory. */
    private static final int MOST = 5_000;

    /** Beyond that only what was told last is kept. */
    private static final int MOST_INPUTS = 400;

    private final Draft draft;

    DataLinks(Draft draft) {
        this.draft = draft;
    }

    void remember(Signal signal, Ref hop) {
        Set<String> inputs = named(signal, "reads", "input.");
        Set<String> outputs = named(signal, "writes", "output.");
        signal.attributes().keySet().stream()
                .filter(name -> name.startsWith("lineage."))
                .forEach(name -> outputs.add(name.substring("lineage.".length())));
        if (outputs.isEmpty() && !inputs.isEmpty()) {
            outputs.add("");
        }
        for (String output : outputs) {
            Map<String, Set<String>> columns = columns(signal.attribute("lineage." + output));
            Set<String> all = new TreeSet<>(inputs);
            columns.values()
                    .forEach(origins ->
                            origins.forEach(origin -> all.add(DataLink.datasetOf(origin))));
            keep(new DataLink(hop, signal.attribute("job"), output, all, columns));
        }
    }

    /** An event that tells less than one before it takes nothing back: a start often does. */
    private void keep(DataLink told) {
        DataLink known =
                draft.find(DataLink.class, told.key())
                        .filter(before -> before.job().equals(told.job()))
                        .orElse(told);
        Set<String> inputs = new TreeSet<>(known.inputs());
        inputs.addAll(told.inputs());
        if (inputs.size() > MOST_INPUTS) {
            inputs.retainAll(told.inputs());
        }
        DataLink next =
                new DataLink(
                        told.hop(),
                        told.job(),
                        told.output(),
                        inputs,
                        told.columns().isEmpty() ? known.columns() : told.columns());
        boolean anew = draft.find(DataLink.class, next.key()).isEmpty();
        if (anew) {
            makeRoom();
        }
        if (anew || !next.equals(known)) {
            draft.put(next);
        }
    }

    private void makeRoom() {
        List<DataLink> links = draft.all(DataLink.class).toList();
        links.stream()
                .limit(Math.max(0, links.size() - MOST + 1))
                .forEach(oldest -> draft.remove(DataLink.class, oldest.key()));
    }

    private static Set<String> named(Signal signal, String list, String prefix) {
        Set<String> names =
                Arrays.stream(signal.attribute(list).split(","))
                        .map(String::trim)
                        .filter(name -> !name.isEmpty())
                        .collect(Collectors.toCollection(TreeSet::new));
        signal.attributes().keySet().stream()
                .filter(name -> name.startsWith(prefix))
                .forEach(name -> names.add(name.substring(prefix.length())));
        return names;
    }

    private static Map<String, Set<String>> columns(String lineage) {
        Map<String, Set<String>> columns = new TreeMap<>();
        for (String column : lineage.split(",")) {
            int from = column.indexOf('<');
            if (from > 0) {
                columns.put(
                        column.substring(0, from),
                        Arrays.stream(column.substring(from + 1).split("\\+"))
                                .filter(origin -> !origin.isEmpty())
                                .collect(Collectors.toCollection(TreeSet::new)));
            }
        }
        return columns;
    }
}
