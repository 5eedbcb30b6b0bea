package dev.runside.server.catalog;

import dev.runside.core.catalog.Catalog;

/** The catalog in force. Each new one is announced as {@link CatalogChanged}, after its commit. */
public interface Catalogs {

    Catalog current();

    /** A new catalog is in force. */
    record CatalogChanged(Catalog catalog) {}
}
