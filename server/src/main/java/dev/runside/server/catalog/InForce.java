package dev.runside.server.catalog;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Catalog;
import dev.runside.server.catalog.check.Whole;
import dev.runside.server.catalog.definition.Definition;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The definitions in force, with what was made of them.
 *
 * @param version rises by one with each application that changed something; 0 before the first
 */
record InForce(long version, Whole whole, List<Gap> gaps, Map<Ref, Definition> byRef) {

    static InForce of(long version, Whole whole) {
        return new InForce(
                version,
                whole,
                new Gaps(whole.catalog()).all(),
                whole.definitions().stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        Definition::ref, each -> each, (first, _) -> first)));
    }

    Catalog catalog() {
        return whole.catalog();
    }

    Optional<Definition> find(Ref ref) {
        return Optional.ofNullable(byRef.get(ref));
    }
}
