package dev.runside.core.triage;

import dev.runside.core.Ref;
import dev.runside.core.state.Draft;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Keeps which columns went, or changed their type, and says who misses them. */
final class MissedColumns {

    /** What reads once a week has read since. */
    private static final Duration KEPT = Duration.ofDays(8);

    private final Draft draft;

    MissedColumns(Draft draft) {
        this.draft = draft;
    }

    /** A data set was seen anew. */
    void seen(DatasetShape before, DatasetShape after, Map<String, String> columns, Instant at) {
        after.missing()
                .forEach((column, type) -> {
                    boolean known = find(after.dataset(), column);
                    if (!known && !before.missing().containsKey(column)) {
                        String now = columns.getOrDefault(column, "");
                        draft.put(new LostColumn(after.dataset(), column, type, now, at, Set.of()));
                    }
                });
        before.missing().keySet().stream()
                .filter(column -> !after.missing().containsKey(column))
                .forEach(column ->
                        draft.remove(LostColumn.class, LostColumn.key(after.dataset(), column)));
        draft.all(LostColumn.class)
                .filter(lost -> lost.at().isBefore(draft.now().minus(KEPT)))
                .toList()
                .forEach(lost -> draft.remove(LostColumn.class, lost.key()));
    }

    private boolean find(String dataset, String column) {
        return draft.find(LostColumn.class, LostColumn.key(dataset, column)).isPresent();
    }

    /** A run of the hop is through: it does without what went before. */
    void coped(Ref hop) {
        List<LostColumn> lost = draft.all(LostColumn.class).toList();
        if (!lost.isEmpty()) {
            Downstream downstream = new Downstream(draft);
            lost.stream()
                    .filter(column -> !column.coped().contains(hop))
                    .filter(column -> downstream.of(column).containsKey(hop))
                    .forEach(column -> draft.put(column.copedBy(hop)));
        }
    }

    /** What a hop that failed reads of columns that went further up, by their data sets. */
    Map<String, String> upstream(Ref hop, List<DatasetShape> own) {
        List<LostColumn> lost = draft.all(LostColumn.class).toList();
        Map<String, String> sentences = new TreeMap<>();
        if (lost.isEmpty()) {
            return sentences;
        }
        Downstream downstream = new Downstream(draft);
        lost.stream()
                .filter(column -> !column.coped().contains(hop))
                .filter(column ->
                        own.stream()
                                .noneMatch(shape ->
                                        shape.dataset().equals(column.dataset())
                                                && shape.missing().containsKey(column.column())))
                .forEach(column -> {
                    List<String> path = downstream.of(column).getOrDefault(hop, List.of());
                    if (!path.isEmpty()) {
                        sentences.putIfAbsent(
                                column.dataset(),
                                column.sentence() + ": " + String.join("; ", path));
                    }
                });
        return sentences;
    }

    /** As in {@code mails lost the column channel (text) that hop:stats/rollup reads}. */
    String sentence(DatasetShape shape) {
        List<String> gone = new ArrayList<>();
        List<String> changed = new ArrayList<>();
        shape.missing()
                .forEach((column, type) -> {
                    String now =
                            draft.find(LostColumn.class, LostColumn.key(shape.dataset(), column))
                                    .map(LostColumn::now)
                                    .orElse("");
                    if (now.isEmpty()) {
                        gone.add("%s (%s)".formatted(column, type));
                    } else {
                        changed.add("%s (%s, was %s)".formatted(column, now, type));
                    }
                });
        List<String> said = new ArrayList<>();
        if (!gone.isEmpty()) {
            said.add("lost the column " + String.join(", ", gone));
        }
        if (!changed.isEmpty()) {
            said.add("has another type of the column " + String.join(", ", changed));
        }
        return "%s %s that %s reads"
                .formatted(shape.dataset(), String.join(" and ", said), shape.reader());
    }
}
