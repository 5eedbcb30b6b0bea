package dev.runside.server.intake.mapping;

import dev.runside.core.Ref;
import dev.runside.core.catalog.Catalog;
import dev.runside.server.catalog.Catalogs;
import dev.runside.server.catalog.Catalogs.CatalogChanged;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** From the service name that telemetry carries to the hops that the catalog gives it to. */
@Component
public class ServiceNames {

    private volatile Map<String, List<Ref>> hops;

    public ServiceNames(Catalogs catalogs) {
        this.hops = index(catalogs.current());
    }

    /** Usually one; two products may each have a hop whose telemetry carries the same name. */
    public List<Ref> hopsOf(String service) {
        return hops.getOrDefault(service, List.of());
    }

    @EventListener
    void take(CatalogChanged changed) {
        hops = index(changed.catalog());
    }

    private static Map<String, List<Ref>> index(Catalog catalog) {
        return catalog.services()
                .collect(
                        Collectors.groupingBy(
                                Map.Entry::getKey,
                                Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }
}
