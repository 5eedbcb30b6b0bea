package dev.runside.core.triage;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Function;
import dev.runside.core.catalog.Layer;
import dev.runside.core.signal.Signal;
import dev.runside.core.state.Draft;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads what a pipeline says of its runs: a failed one is a finding, and so is a column it used to
 * read that is no longer there when it fails. A column that goes and is not missed is none.
 *
 * <p>Attributes: {@code state} (START, COMPLETE, FAIL; none where a job is told of and no run),
 * {@code message}, and one {@code input.DATASET} for each input with its columns as {@code
 * name:type,name:type}.
 */
final class DataRuns {

    private final Draft draft;

    DataRuns(Draft draft) {
        this.draft = draft;
    }

    /** The findings this event raises, in the order to be judged. */
    List<Finding> raised(Signal signal, Ref reader) {
        new DataLinks(draft).remember(signal, reader);
        inputs(signal)
                .forEach((dataset, columns) ->
                        remember(reader, dataset, columns, signal.judgedAt()));
        if (signal.attribute("state").equals("COMPLETE")) {
            seen(columns(signal, "output."), signal.judgedAt());
        }
        return signal.attribute("state").equals("FAIL") ? failed(signal, reader) : List.of();
    }

    /** What a data set is said to look like, while nothing reads it: all who do will find it so. */
    static void described(Draft draft, Signal signal) {
        new DataRuns(draft).described(signal);
    }

    private void described(Signal signal) {
        seen(columns(signal, "dataset."), signal.judgedAt());
    }

    private void seen(Map<String, Map<String, String>> datasets, Instant at) {
        datasets.forEach((dataset, columns) ->
                draft.all(DatasetShape.class)
                        .filter(shape -> shape.dataset().equals(dataset))
                        .toList()
                        .forEach(shape -> remember(shape.reader(), dataset, columns, at)));
    }

    /** Keys of the findings that a completed run ends. */
    List<String> cleared(Signal signal, Ref reader) {
        if (!signal.attribute("state").equals("COMPLETE")) {
            return List.of();
        }
        List<String> keys = new ArrayList<>(List.of(Finding.key("run-failed", reader, "")));
        shapes(reader)
                .forEach(shape -> {
                    if (!shape.missing().isEmpty()) {
                        draft.put(shape.accepted());
                    }
                });
        draft.all(Finding.class)
                .filter(finding ->
                        finding.kind().equals(Losses.LOST) && finding.subject().equals(reader))
                .map(Finding::key)
                .forEach(keys::add);
        new MissedColumns(draft).coped(reader);
        return keys;
    }

    private void remember(Ref reader, String dataset, Map<String, String> columns, Instant at) {
        DatasetShape before =
                draft.find(DatasetShape.class, DatasetShape.key(reader, dataset))
                        .orElse(new DatasetShape(reader, dataset, columns, Map.of()));
        DatasetShape after = before.against(columns);
        if (!after.equals(before) || draft.find(DatasetShape.class, after.key()).isEmpty()) {
            draft.put(after);
        }
        new MissedColumns(draft).seen(before, after, columns, at);
    }

    private List<Finding> failed(Signal signal, Ref reader) {
        List<Finding> findings = new ArrayList<>();
        shapes(reader).stream()
                .filter(shape -> !shape.missing().isEmpty())
                .forEach(shape ->
                        findings.add(
                                finding(
                                        signal,
                                        reader,
                                        Losses.LOST,
                                        shape.dataset(),
                                        shape.dataset(),
                                        new MissedColumns(draft).sentence(shape))));
        new MissedColumns(draft)
                .upstream(reader, shapes(reader))
                .forEach((dataset, sentence) ->
                        findings.add(
                                finding(signal, reader, Losses.LOST, dataset, dataset, sentence)));
        String message = signal.attribute("message").lines().findFirst().orElse("");
        findings.add(
                finding(
                        signal,
                        reader,
                        "run-failed",
                        "",
                        first(signal, reader),
                        signal.title() + " failed" + (message.isEmpty() ? "" : ": " + message)));
        return findings;
    }

    private String first(Signal signal, Ref reader) {
        return inputs(signal).keySet().stream()
                .findFirst()
                .or(() -> shapes(reader).stream().map(DatasetShape::dataset).findFirst())
                .orElse("");
    }

    private List<DatasetShape> shapes(Ref reader) {
        return draft.all(DatasetShape.class)
                .filter(shape -> shape.reader().equals(reader))
                .toList();
    }

    private static Map<String, Map<String, String>> inputs(Signal signal) {
        return columns(signal, "input.");
    }

    private static Map<String, Map<String, String>> columns(Signal signal, String prefix) {
        Map<String, Map<String, String>> columns = new LinkedHashMap<>();
        signal.attributes()
                .forEach((name, value) -> {
                    if (name.startsWith(prefix)) {
                        columns.put(name.substring(prefix.length()), parse(value));
                    }
                });
        return columns;
    }

    private static Map<String, String> parse(String columns) {
        Map<String, String> parsed = new LinkedHashMap<>();
        for (String column : columns.split(",")) {
            int colon = column.indexOf(':');
            if (colon > 0) {
                parsed.put(column.substring(0, colon).trim(), column.substring(colon + 1).trim());
            }
        }
        return parsed;
    }

    private Finding finding(
            Signal signal, Ref reader, String kind, String detail, String object, String sentence) {
        return Finding.event(
                        kind,
                        reader,
                        detail,
                        Layer.MACHINERY,
                        Function.DATA,
                        signal.judgedAt(),
                        draft.now(),
                        sentence)
                .about(object);
    }
}
