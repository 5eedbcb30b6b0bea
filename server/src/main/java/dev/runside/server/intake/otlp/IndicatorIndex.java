package dev.runside.server.intake.otlp;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Catalog;
import dev.runside.core.catalog.Indicator;
import dev.runside.core.catalog.Product;
import dev.runside.server.catalog.Catalogs;
import dev.runside.server.catalog.Catalogs.CatalogChanged;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Which indicators a metric of a hop feeds; made anew with each catalog. */
@Component
class IndicatorIndex {

    private static final Logger log = LoggerFactory.getLogger(IndicatorIndex.class);

    private volatile Map<String, Map<Ref, List<Use>>> uses;

    IndicatorIndex(Catalogs catalogs) {
        this.uses = index(catalogs.current());
    }

    boolean knows(String metric) {
        return uses.containsKey(metric);
    }

    List<Use> uses(String metric, Set<Ref> origin) {
        Map<Ref, List<Use>> ofMetric = uses.getOrDefault(metric, Map.of());
        List<List<Use>> found =
                origin.stream().filter(ofMetric::containsKey).map(ofMetric::get).toList();
        return found.size() == 1
                ? found.getFirst()
                : found.stream().flatMap(List::stream).distinct().toList();
    }

    @EventListener
    void take(CatalogChanged changed) {
        uses = index(changed.catalog());
    }

    private static Map<String, Map<Ref, List<Use>>> index(Catalog catalog) {
        Map<String, Map<Ref, List<Use>>> index = new HashMap<>();
        for (Indicator indicator : catalog.indicators().values()) {
            use(indicator)
                    .ifPresent(use ->
                            origins(catalog, indicator.subject())
                                    .forEach(origin ->
                                            index.computeIfAbsent(
                                                            use.metric(), _ -> new HashMap<>())
                                                    .merge(
                                                            origin,
                                                            List.of(use),
                                                            IndicatorIndex::together)));
        }
        return index;
    }

    private static List<Use> together(List<Use> some, List<Use> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    private static Optional<Use> use(Indicator indicator) {
        try {
            return Use.of(indicator);
        } catch (PatternSyntaxException e) {
            log.error("The indicator {} counts nothing: {}", indicator.name(), e.getMessage());
            return Optional.empty();
        }
    }

    /**
     * Whose telemetry speaks of a subject: of a product that of all its hops, of a flow its path.
     */
    private static Set<Ref> origins(Catalog catalog, Ref subject) {
        Stream<Ref> hops =
                switch (subject.kind()) {
                    case "product" ->
                            Stream.ofNullable(catalog.products().get(subject))
                                    .flatMap(product -> product.hops().stream())
                                    .map(Product.Hop::ref);
                    case "flow" ->
                            Stream.ofNullable(catalog.flows().get(subject))
                                    .flatMap(flow -> flow.path().stream());
                    default -> Stream.of(subject);
                };
        return hops.collect(Collectors.toSet());
    }
}
