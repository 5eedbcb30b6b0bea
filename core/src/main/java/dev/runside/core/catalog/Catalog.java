package dev.runside.core.catalog;

import dev.runside.core.Ref;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every definition of the estate at one version. */
public record Catalog(
        Map<Ref, Person> persons,
        Map<Ref, Product> products,
        Map<Ref, SharedSystem> systems,
        Map<Ref, Flow> flows,
        Map<Ref, OpsAgent> agents,
        List<Charter> charters,
        Map<String, Indicator> indicators,
        List<Runbook> runbooks,
        Map<Ref, Product.Hop> hops,
        Map<Ref, DataSource> sources,
        Graph graph) {

    public static final Catalog EMPTY =
            of(
                    List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
                    List.of());

    public static Catalog of(
            List<Person> persons,
            List<Product> products,
            List<SharedSystem> systems,
            List<Flow> flows,
            List<OpsAgent> agents,
            List<Charter> charters,
            List<Indicator> indicators,
            List<Runbook> runbooks) {
        return new Catalog(
                byKey(persons, Person::ref),
                byKey(products, Product::ref),
                byKey(systems, SharedSystem::ref),
                byKey(flows, Flow::ref),
                byKey(agents, OpsAgent::ref),
                List.copyOf(charters),
                byKey(indicators, Indicator::name),
                List.copyOf(runbooks),
                byKey(
                        products.stream().flatMap(product -> product.hops().stream()).toList(),
                        Product.Hop::ref),
                Map.of(),
                Graph.of(flows, products));
    }

    /** The same with more indicators; of one name the first counts. */
    public Catalog measuring(List<Indicator> more) {
        Map<String, Indicator> all = new LinkedHashMap<>(indicators);
        more.forEach(indicator -> all.putIfAbsent(indicator.name(), indicator));
        return new Catalog(
                persons, products, systems, flows, agents, charters, all, runbooks, hops, sources,
                graph);
    }

    /** The same with calls between hops that were seen and are not declared. */
    public Catalog observing(Collection<Call> seen) {
        return new Catalog(
                persons,
                products,
                systems,
                flows,
                agents,
                charters,
                indicators,
                runbooks,
                hops,
                sources,
                graph.with(seen));
    }

    /** The same with the sources that are asked. */
    public Catalog asking(List<DataSource> asked) {
        return new Catalog(
                persons,
                products,
                systems,
                flows,
                agents,
                charters,
                indicators,
                runbooks,
                hops,
                byKey(asked, DataSource::ref),
                graph);
    }

    private static <K, V> Map<K, V> byKey(List<V> values, Function<V, K> key) {
        return values.stream()
                .collect(
                        Collectors.toMap(
                                key, value -> value, (first, _) -> first, LinkedHashMap::new));
    }

    public Optional<Product.Hop> hop(Ref ref) {
        return Optional.ofNullable(hops.get(ref));
    }

    /**
     * The product that a hop, a flow or an agent's subject belongs to; none for a shared system.
     */
    public Optional<Ref> productOf(Ref subject) {
        return switch (subject.kind()) {
            case "product" -> Optional.of(subject);
            case "hop" -> Optional.of(new Ref("product", beforeSlash(subject.name())));
            case "flow" -> Optional.ofNullable(flows.get(subject)).map(Flow::product);
            default -> Optional.empty();
        };
    }

    /** A hop of a product and its flows are part of the product; everything is of itself. */
    public boolean isPartOf(Ref subject, Ref whole) {
        return whole.equals(subject)
                || whole.is("product") && productOf(subject).filter(whole::equals).isPresent();
    }

    private static String beforeSlash(String name) {
        int slash = name.indexOf('/');
        return slash < 0 ? name : name.substring(0, slash);
    }

    public boolean substrate(Ref ref) {
        SharedSystem system = systems.get(ref);
        return system != null && system.substrate();
    }

    /** Every hop and system, with each name that signals may carry for it. */
    public Stream<Map.Entry<String, Ref>> services() {
        return Stream.concat(
                products.values().stream()
                        .flatMap(product -> product.hops().stream())
                        .flatMap(hop -> hop.names().map(name -> Map.entry(name, hop.ref()))),
                systems.values().stream().map(system -> Map.entry(system.service(), system.ref())));
    }

    public boolean knows(Ref ref) {
        return switch (ref.kind()) {
            case "user" -> persons.containsKey(ref);
            case "product" -> products.containsKey(ref);
            case "system" -> systems.containsKey(ref);
            case "flow" -> flows.containsKey(ref);
            case "agent" -> agents.containsKey(ref);
            case "hop" -> hop(ref).isPresent();
            default -> false;
        };
    }

    /** Products whose hops stand among these. */
    public Set<Ref> productsOf(Stream<Ref> subjects) {
        return subjects.flatMap(subject -> productOf(subject).stream())
                .collect(Collectors.toCollection(java.util.TreeSet::new));
    }

    public Optional<Ref> inRole(Person.Role role) {
        return persons.values().stream()
                .filter(person -> person.roles().contains(role))
                .map(Person::ref)
                .findFirst();
    }
}
