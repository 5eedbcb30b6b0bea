package dev.runside.server.catalog;

import dev.runside.core.catalog.Catalog;
import java.util.List;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.stereotype.Component;

/** Holds the catalog in force: loaded at start, replaced after each commit. Safe for any thread. */
@Component
@DependsOnDatabaseInitialization
class CatalogRoom implements Catalogs, CatalogGaps {

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

    InForce inForce() {
        return inForce;
    }

    void replace(InForce next) {
        inForce = next;
    }
}
