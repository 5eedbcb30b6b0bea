package dev.runside.server.catalog;

import dev.runside.core.catalog.Catalog;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.stereotype.Component;

/** Holds the catalog in force: loaded at start, replaced after each commit. Safe for any thread. */
@Component
@DependsOnDatabaseInitialization
class CatalogRoom implements Catalogs, CatalogGaps, FlowMaps {

    private volatile InForce inForce;

    CatalogRoom(DefinitionStore store) {
        this.inForce = store.load();
    }

    @Override
    public Catalog current() {
        return inForce.catalog();
    }

    @Override
    public List<Gap> gaps() {
        return inForce.gaps();
    }

    @Override
    public List<FlowMap> all() {
        Catalog catalog = current();
        FlowDrawing drawing = new FlowDrawing(catalog);
        return catalog.flows().values().stream().map(drawing::draw).toList();
    }

    @Override
    public Optional<FlowMap> find(String name) {
        Catalog catalog = current();
        return catalog.flows().values().stream()
                .filter(flow -> flow.ref().name().equals(name))
                .findFirst()
                .map(new FlowDrawing(catalog)::draw);
    }

    InForce inForce() {
        return inForce;
    }

    void replace(InForce next) {
        inForce = next;
    }
}
