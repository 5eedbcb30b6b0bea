package dev.runside.server.catalog.check;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Catalog;
import dev.runside.core.catalog.Charter;
import dev.runside.core.catalog.DataSource;
import dev.runside.core.catalog.Flow;
import dev.runside.core.catalog.Indicator;
import dev.runside.core.catalog.OpsAgent;
import dev.runside.core.catalog.Person;
import dev.runside.core.catalog.Product;
import dev.runside.core.catalog.Runbook;
import dev.runside.core.catalog.SharedSystem;
import dev.runside.server.catalog.definition.Definition;
import dev.runside.server.catalog.definition.Faults;
import dev.runside.server.catalog.definition.Kind;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * All definitions together.
 *
 * @param faulty what is defined too, though not rightly: naming it is no further fault
 */
public record Whole(List<Definition> definitions, Catalog catalog, Set<Ref> faulty) {

    private static final Comparator<Definition> ORDER =
            Comparator.comparing(Definition::kind).thenComparing(Definition::name);

    public Whole {
        definitions = List.copyOf(definitions);
        faulty = Set.copyOf(faulty);
    }

    /** In one order, however they came in: the same definitions make the same catalog. */
    public static Whole of(List<Definition> unsorted, Set<Ref> faulty) {
        List<Definition> definitions = unsorted.stream().sorted(ORDER).toList();
        Catalog catalog =
                Catalog.of(
                                all(definitions, Person.class),
                                all(definitions, Product.class),
                                all(definitions, SharedSystem.class),
                                all(definitions, Flow.class),
                                all(definitions, OpsAgent.class),
                                all(definitions, Charter.class),
                                all(definitions, Indicator.class),
                                all(definitions, Runbook.class))
                        .asking(all(definitions, DataSource.class));
        List<Indicator> objectives = new SloIndicators(definitions, catalog, new Faults()).all();
        return new Whole(definitions, catalog.measuring(objectives), faulty);
    }

    private static <T> List<T> all(List<Definition> definitions, Class<T> type) {
        return definitions.stream()
                .map(Definition::content)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    Stream<Definition> of(Kind kind) {
        return definitions.stream().filter(definition -> definition.kind() == kind);
    }

    boolean knows(Ref ref) {
        return faulty.contains(ref)
                || catalog.knows(ref)
                || catalog.sources().containsKey(ref)
                || ref.is("indicator") && catalog.indicators().containsKey(ref.name())
                || ref.is("hop") && catalog.productOf(ref).filter(faulty::contains).isPresent();
    }

    /** What could have been meant by a reference of this kind. */
    List<String> like(Ref ref) {
        Stream<Ref> hops =
                catalog.products().values().stream()
                        .flatMap(product -> product.hops().stream())
                        .map(Product.Hop::ref);
        return Stream.concat(definitions.stream().map(Definition::ref), hops)
                .filter(other -> other.is(ref.kind()))
                .map(Ref::toString)
                .toList();
    }
}
