package dev.runside.server.catalog;

import dev.runside.core.Ref;
import dev.runside.server.catalog.check.Whole;
import dev.runside.server.catalog.definition.Definition;
import dev.runside.server.catalog.definition.DefinitionReader.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What applying would do.
 *
 * @param kept what is in force, not among those read, and stays
 * @param whole all definitions as they would then be
 */
record Plan(
        List<Definition> created,
        List<Definition> changed,
        List<Definition> unchanged,
        List<Definition> removed,
        Set<Ref> kept,
        Whole whole) {

    /**
     * @param prune whether what is not among those read is removed
     */
    static Plan of(InForce before, Reading reading, boolean prune) {
        List<Definition> created = new ArrayList<>();
        List<Definition> changed = new ArrayList<>();
        List<Definition> unchanged = new ArrayList<>();
        for (Definition definition : reading.definitions()) {
            Optional<Definition> known = before.find(definition.ref());
            if (known.isEmpty()) {
                created.add(definition);
            } else if (known.get().digest().equals(definition.digest())) {
                unchanged.add(known.get());
            } else {
                changed.add(definition);
            }
        }
        Set<Ref> read =
                Stream.concat(
                                reading.definitions().stream().map(Definition::ref),
                                reading.faulty().stream())
                        .collect(Collectors.toSet());
        List<Definition> others =
                before.whole().definitions().stream()
                        .filter(definition -> !read.contains(definition.ref()))
                        .toList();
        List<Definition> kept = prune ? List.of() : others;
        List<Definition> after =
                Stream.of(created, changed, unchanged, kept).flatMap(List::stream).toList();
        return new Plan(
                created,
                changed,
                unchanged,
                prune ? others : List.of(),
                kept.stream().map(Definition::ref).collect(Collectors.toSet()),
                Whole.of(after, reading.faulty()));
    }

    boolean changesNothing() {
        return created.isEmpty() && changed.isEmpty() && removed.isEmpty();
    }

    /** What would not be as it was. */
    Stream<Definition> touched() {
        return Stream.of(created, changed, removed).flatMap(List::stream);
    }
}
