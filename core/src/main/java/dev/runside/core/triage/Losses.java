package dev.runside.core.triage;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Catalog;
import dev.runside.core.catalog.Product;
import dev.runside.core.state.Draft;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Columns that are missed somewhere: who writes what lost them, and how they lead there. */
final class Losses {

    static final String LOST = "column-lost";

    /** More than that a column is missed, less than that a process is gone. */
    private static final double WRITES_IT = 0.89;

    private static final double CHANGED_IT = 0.97;

    private static final Duration BEFORE = Duration.ofMinutes(10);

    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private final Catalog catalog;
    private final Draft draft;
    private final Downstream downstream;
    private final List<LostColumn> lost;

    Losses(Catalog catalog, Draft draft) {
        this.catalog = catalog;
        this.draft = draft;
        this.downstream = new Downstream(draft);
        this.lost = draft.all(LostColumn.class).toList();
    }

    /** Who writes what these findings miss, and what was changed there as it went. */
    List<Suspect> suspects(List<Finding> findings) {
        List<Finding> missing =
                findings.stream().filter(finding -> finding.kind().equals(LOST)).toList();
        return lost.stream()
                .filter(column ->
                        missing.stream().anyMatch(f -> f.object().equals(column.dataset())))
                .filter(this::began)
                .flatMap(column -> suspects(column, missing))
                .toList();
    }

    private Stream<Suspect> suspects(LostColumn column, List<Finding> missing) {
        Set<Ref> readers = new LinkedHashSet<>();
        missing.forEach(finding -> readers.add(finding.subject()));
        List<String> path = path(column, readers);
        return writers(column.dataset())
                .filter(writer -> !readers.contains(writer))
                .flatMap(writer -> {
                    List<String> evidence = new ArrayList<>();
                    evidence.add(
                            "%s, first seen %s UTC"
                                    .formatted(column.sentence(), CLOCK.format(column.at())));
                    evidence.add("%s writes %s".formatted(writer, column.dataset()));
                    evidence.addAll(path);
                    return Stream.concat(
                            Stream.of(
                                    new Suspect(
                                            writer, writer, writer.kind(), WRITES_IT, evidence)),
                            changes(column, writer, path));
                });
    }

    private Stream<Suspect> changes(LostColumn column, Ref writer, List<String> path) {
        return draft.all(Change.class)
                .filter(change -> change.subject().equals(writer))
                .filter(change ->
                        !change.startedAt().isBefore(column.at().minus(BEFORE))
                                && change.startedAt().isBefore(column.at().plus(Change.AFTERMATH)))
                .map(change -> {
                    List<String> evidence = new ArrayList<>();
                    evidence.add(
                            "%s of %s (%s) began %d s before that was seen"
                                    .formatted(
                                            change.kind(),
                                            writer,
                                            change.summary(),
                                            Duration.between(change.startedAt(), column.at())
                                                    .toSeconds()));
                    evidence.add("path: %s writes %s".formatted(writer, column.dataset()));
                    evidence.addAll(path);
                    evidence.add("touched: " + column.sentence());
                    return new Suspect(
                            change.ref(), change.subject(), "change", CHANGED_IT, evidence);
                });
    }

    private List<String> path(LostColumn column, Set<Ref> readers) {
        Map<Ref, List<String>> hops = downstream.of(column);
        Set<String> sentences = new LinkedHashSet<>();
        readers.forEach(reader -> sentences.addAll(hops.getOrDefault(reader, List.of())));
        return List.copyOf(sentences);
    }

    /** Nothing that its writers read lost a column before. */
    private boolean began(LostColumn column) {
        Set<Ref> writers = new TreeSet<>(writers(column.dataset()).toList());
        return lost.stream()
                .filter(other -> !other.dataset().equals(column.dataset()))
                .filter(other -> !other.at().isAfter(column.at()))
                .noneMatch(other ->
                        downstream.of(other).keySet().stream().anyMatch(writers::contains));
    }

    private Stream<Ref> writers(String dataset) {
        return Stream.concat(
                        downstream.writers(dataset),
                        catalog.graph().feeds().stream()
                                .filter(feed -> feed.dataset().equals(dataset))
                                .map(Product.Feed::from))
                .distinct();
    }
}
